package org.imprimatur.analyzer.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.adapters.TimedWatch;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.wire.Profile;
import org.imprimatur.schemas.organization.InvalidOrganizationFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges drafts that people judged before and prints how far they agree, with 95 % intervals. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description =
                "Judges every JSONL file of the folders as screen does, with NAME.yaml or organization.yaml"
                        + " beside it as the profile, and prints how that agrees with label, severity and reasons of each line.")
public final class EvalCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int STRAGGLERS = 8;

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of judged drafts")
    private List<Path> folders = List.of();

    @Option(names = "--without-profile", description = "judges as if nothing were known of the organizations")
    private boolean withoutProfile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(new CommandLine(new EvalCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int cores = Runtime.getRuntime().availableProcessors();
        try (TimedWatch watch = new TimedWatch(LIMIT, cores + STRAGGLERS)) {
            Judge judge = new Judge(Detectors.all(), watch);
            for (Path folder : folders) {
                Tally tally = new Tally();
                for (Path file : files(folder)) {
                    add(judge, file, tally);
                }
                out.println(tally.table(String.valueOf(folder.getFileName())));
                out.flush();
            }
            return 0;
        } catch (IOException | InvalidOrganizationFile unreadable) {
            spec.commandLine().getErr().println("A file can't be used: " + unreadable.getMessage());
            return 1;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Judge judge, Path file, Tally tally) throws IOException {
        List<Tally.Truth> truths = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                truths.add(truth(line));
            }
        }
        List<Prediction> predictions = new ArrayList<>();
        Archive archive =
                new Archive(judge, Policies.healthcareUs(), profile(file), LocalDate.now(ZoneId.systemDefault()));
        try (BufferedReader reader = Files.newBufferedReader(file);
                PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
            archive.screen(reader, nowhere, new Archive.Listener() {
                @Override
                public void judged(Prediction prediction) {
                    predictions.add(prediction);
                }

                @Override
                public void malformed(long line, String fault) {
                    spec.commandLine().getErr().println("Line " + line + " of " + file + " " + fault + "; it is held.");
                }
            });
        }
        for (int i = 0; i < truths.size(); i++) {
            tally.add(truths.get(i), predictions.get(i));
        }
    }

    private static Tally.Truth truth(String line) throws IOException {
        try {
            return Tally.Truth.parse(line);
        } catch (JsonProcessingException malformed) {
            throw new IOException("a line is not JSON", malformed);
        }
    }

    private Profile profile(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", ".yaml");
        for (String candidate : withoutProfile ? List.<String>of() : List.of(name, "organization.yaml")) {
            if (Files.exists(file.resolveSibling(candidate))) {
                return Profile.read(file.resolveSibling(candidate));
            }
        }
        return Profile.EMPTY;
    }
}
