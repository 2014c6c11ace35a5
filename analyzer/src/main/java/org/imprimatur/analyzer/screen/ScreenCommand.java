package org.imprimatur.analyzer.screen;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.adapters.TimedWatch;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.wire.Profile;
import org.imprimatur.schemas.organization.InvalidOrganizationFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a JSONL file of drafts with the engine and the default policy, and writes what it thinks of each. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = "Judges a file of drafts (one JSON object a line: id, kind, inReplyTo, text, authorizationId; "
                + "with account and date, in order, also what the account told in the 90 days before) "
                + "and writes one line for each: id, hold, reasons, spans in code points, explanations.")
public final class ScreenCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int STRAGGLERS = 8;
    private static final int OK = 0;
    private static final int REFUSED = 1;

    @Option(names = "--organization", paramLabel = "ORG.yaml", description = "the organization's profile")
    private @Nullable Path organization;

    @Option(names = "--in", required = true, paramLabel = "POSTS.jsonl", description = "the drafts")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "PREDICTIONS.jsonl", description = "written anew")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Why nothing was done, in one sentence for the person at the keyboard. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String sentence) {
            super(sentence);
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new ScreenCommand()).execute(args));
    }

    @Override
    public Integer call() {
        try {
            screen();
            return OK;
        } catch (Refusal refusal) {
            spec.commandLine().getErr().println(refusal.getMessage());
            return REFUSED;
        }
    }

    private void screen() throws Refusal {
        PrintWriter messages = spec.commandLine().getErr();
        Profile profile = profile();
        profile.warnings().forEach(warning -> messages.println("Note: " + warning));
        long lines = lines();
        refuseTheSameFile();
        int cores = Runtime.getRuntime().availableProcessors();
        long started = System.nanoTime();
        Summary summary = new Summary();
        try (TimedWatch watch = new TimedWatch(LIMIT, cores + STRAGGLERS);
                BufferedReader reader = reader();
                PrintWriter writer = writer()) {
            Archive archive = new Archive(
                    new Judge(Detectors.all(), watch),
                    Policies.healthcareUs(),
                    profile,
                    LocalDate.now(ZoneId.systemDefault()));
            try (Progress progress = new Progress(summary, messages, lines)) {
                archive.screen(reader, writer, progress);
            }
            if (writer.checkError()) {
                throw new Refusal("Writing " + out + " failed before the end; is the disk full?");
            }
        } catch (IOException broken) {
            throw new Refusal("Reading " + in + " failed before the end.");
        }
        messages.print(summary.text(Duration.ofNanos(System.nanoTime() - started)));
        messages.flush();
    }

    /** Counts, and shows a bar when somebody watches. */
    private final class Progress implements Archive.Listener, AutoCloseable {

        private final Summary summary;
        private final PrintWriter messages;
        private final Optional<ProgressBar> bar;

        Progress(Summary summary, PrintWriter messages, long lines) {
            this.summary = summary;
            this.messages = messages;
            this.bar = !somebodyWatches()
                    ? Optional.empty()
                    : Optional.of(new ProgressBarBuilder()
                            .setTaskName("screen")
                            .setInitialMax(lines)
                            .setUnit(" drafts", 1)
                            .setConsumer(new ConsoleProgressBarConsumer(System.err))
                            .build());
        }

        @Override
        public void judged(Prediction prediction) {
            summary.add(prediction);
            bar.ifPresent(ProgressBar::step);
        }

        @Override
        public void malformed(long line, String fault) {
            messages.println("Line " + line + " of " + in + " " + fault + "; it is held.");
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }

    /** Up to Java 21 a program without a terminal has no console. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean somebodyWatches() {
        return System.console() != null;
    }

    private Profile profile() throws Refusal {
        Path file = organization;
        if (file == null) {
            return Profile.EMPTY;
        }
        try {
            return Profile.read(file);
        } catch (InvalidOrganizationFile faulty) {
            throw new Refusal(file + " can't be used:\n  - " + String.join("\n  - ", faulty.faults()));
        } catch (IOException unreadable) {
            throw new Refusal("The organization's profile " + file + " can't be read.");
        }
    }

    /** As many as there are for the bar to count; also finds out early whether the file can be read. */
    private long lines() throws Refusal {
        if (!Files.isRegularFile(in)) {
            throw new Refusal("There is no file " + in + ".");
        }
        try (Stream<String> lines = Files.lines(in, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new Refusal("The file " + in + " can't be read.");
        }
    }

    private void refuseTheSameFile() throws Refusal {
        try {
            if (Files.exists(out) && Files.isSameFile(in, out)) {
                throw new Refusal("--in and --out are the same file; it would be overwritten before it is read.");
            }
        } catch (IOException unknown) {
            throw new Refusal("The file " + out + " can't be looked at.");
        }
    }

    /** Bytes that are not UTF-8 become replacement characters; a line is never lost for them. */
    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(in), StandardCharsets.UTF_8));
    }

    private PrintWriter writer() throws Refusal {
        try {
            return new PrintWriter(
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(out), StandardCharsets.UTF_8)));
        } catch (IOException unwritable) {
            throw new Refusal("The file " + out + " can't be written.");
        }
    }
}
