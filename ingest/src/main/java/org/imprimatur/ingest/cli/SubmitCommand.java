package org.imprimatur.ingest.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.imprimatur.kit.settings.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code submit}: hands in one text, or a file of posts. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = "Hands in drafts. The key comes from the variable IMPRIMATUR_TOKEN or from --token-file.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything was taken", "1:something was refused or not sent", "2:wrong usage"})
public final class SubmitCommand implements Callable<Integer> {
    private static final String TOKEN = "IMPRIMATUR_TOKEN";
    private static final int UPDATE_MILLIS = 200;

    private final Map<String, String> environment;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "The text; read from standard input if missing.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Posts as .csv, else one JSON object a line.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--account", paramLabel = "ID", description = "Where posts go out that name no account.")
    private Optional<String> account = Optional.empty();

    @Option(names = "--in-reply-to", paramLabel = "TEXT", description = "What the one text replies to.")
    private Optional<String> inReplyTo = Optional.empty();

    @Option(names = "--scheduled-at", paramLabel = "TIME", description = "When the one text shall go out.")
    private Optional<String> scheduledAt = Optional.empty();

    @Option(names = "--authorization", paramLabel = "ID", description = "Attached to the one text; may be repeated.")
    private List<String> authorizations = new ArrayList<>();

    @Option(names = "--url", paramLabel = "URL", description = "The service (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--token-file", paramLabel = "FILE", description = "Holds the key.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--rejected", paramLabel = "FILE", description = "Gets the entries that were not taken.")
    private Optional<Path> rejected = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", description = "Sent at a time (default: ${DEFAULT-VALUE}).")
    private int concurrency = 8;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long an entry is tried (default: ${DEFAULT-VALUE}).")
    private int patience = 60;

    /** Reads this process's environment and standard input. */
    public SubmitCommand() {
        this(System.getenv(), System.in);
    }

    SubmitCommand(Map<String, String> environment, InputStream input) {
        this.environment = Map.copyOf(environment);
        this.input = input;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean ofOne = inReplyTo.isPresent() || scheduledAt.isPresent() || !authorizations.isEmpty();
        if (file.isPresent() && (text.isPresent() || ofOne)) {
            throw usage("Give one text with its options, or --file; not both.");
        }
        if (concurrency < 1 || concurrency > 256 || patience < 1) {
            throw usage("--concurrency is 1 to 256 and --patience 1 or more.");
        }
        if (rejected.isPresent() && rejected.equals(file)) {
            throw usage("--rejected must be another file than --file.");
        }
        try {
            Sender sender = new Sender(url, token(), Duration.ofSeconds(patience));
            return file.isPresent() ? submitAll(sender, file.get()) : submitOne(sender);
        } catch (NoSuchFileException e) {
            throw usage("There is no file " + e.getFile() + ".");
        } catch (CharacterCodingException e) {
            throw usage("The file is not UTF-8; nothing was sent.");
        } catch (IOException e) {
            throw usage(Optional.ofNullable(e.getMessage()).orElse("A file can't be read or written."));
        }
    }

    private int submitOne(Sender sender) throws IOException, InterruptedException {
        Map<String, Object> submission = new TreeMap<>();
        submission.put("text", text.isPresent() ? text.get() : standardInput());
        account.ifPresent(id -> submission.put("account", id));
        inReplyTo.ifPresent(answered -> submission.putAll(Map.of("kind", "reply", "inReplyTo", answered)));
        scheduledAt.ifPresent(time -> submission.put("scheduledAt", time));
        submission.put("authorizations", authorizations);
        Delivery delivery = sender.send(new Entry.Post(1, "", "submit-" + UUID.randomUUID(), submission));
        if (delivery instanceof Delivery.Taken taken) {
            out().println("taken " + taken.postId());
            return 0;
        }
        if (delivery instanceof Delivery.Refused refused) {
            refused.reasons().forEach(reason -> err().println("refused: " + reason));
        }
        if (delivery instanceof Delivery.Stopped stopped) {
            err().println("not sent: " + stopped.reason());
        }
        return 1;
    }

    private int submitAll(Sender sender, Path path) throws IOException, InterruptedException {
        PostsFile posts = PostsFile.of(path);
        try {
            return report(deliver(sender, posts), posts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Tally deliver(Sender sender, PostsFile posts) throws IOException, InterruptedException {
        try (Stream<Entry> counted = posts.entries(account);
                Stream<Entry> entries = posts.entries(account);
                ProgressBar bar = bar(counted.mapToInt(entry -> 1).sum())) {
            return new Courier(sender, concurrency, bar::step).deliver(entries);
        }
    }

    private int report(Tally tally, PostsFile posts) throws IOException {
        List<Tally.Refusal> refusals = tally.refusals();
        for (Tally.Refusal refusal : refusals) {
            err().printf("line %d: %s%n", refusal.entry().number(), String.join(" ", refusal.reasons()));
        }
        out().printf("%d taken (%d of them before), %d refused%n", tally.taken(), tally.repeated(), refusals.size());
        if (rejected.isPresent() && !refusals.isEmpty()) {
            List<String> lines = new ArrayList<>();
            posts.head().ifPresent(lines::add);
            refusals.forEach(refusal -> lines.add(refusal.entry().raw()));
            Files.write(rejected.get(), lines);
            out().println("those refused are in " + rejected.get());
        }
        return refusals.isEmpty() ? 0 : 1;
    }

    private static ProgressBar bar(int entries) {
        return new ProgressBarBuilder()
                .setTaskName("submit")
                .setInitialMax(entries)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    /** Never taken as an argument: arguments are seen by everybody on the machine. */
    private Secret token() throws IOException {
        Optional<String> fromFile = Optional.empty();
        if (tokenFile.isPresent()) {
            fromFile = Optional.of(Files.readString(tokenFile.get()));
        }
        return fromFile.or(() -> Optional.ofNullable(environment.get(TOKEN)))
                .map(String::strip)
                .filter(token -> token.matches("[\\x21-\\x7E]+"))
                .map(Secret::of)
                .orElseThrow(() -> usage("Put the key into the variable " + TOKEN + " or into a --token-file."));
    }

    private String standardInput() throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
