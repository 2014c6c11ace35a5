package org.imprimatur.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares a Kafka of one's own for services that run apart; doing it again changes nothing. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = "Creates the topics, the default policy, the sample organization and the first people, "
                + "for services that run apart.")
final class SetupCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            required = true,
            description =
                    "folder of the people: the services read identity/accounts.yaml and identity/api-keys.yaml there")
    private Path data = Path.of("");

    @Option(names = "--kafka.bootstrap", paramLabel = "HOST:PORT", description = "Kafka (${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(
            names = "--kafka.replication",
            paramLabel = "COPIES",
            defaultValue = "1",
            description = "copies of each record (${DEFAULT-VALUE})")
    private short replication = 1;

    @Option(names = "--registry.url", paramLabel = "URL", description = "schema registry (${DEFAULT-VALUE})")
    private String registry = "";

    @Option(
            names = "--console",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "where the approver will answer, for the sheet that is printed (${DEFAULT-VALUE})")
    private String console = "";

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "where ingest will answer, for the sheet that is printed (${DEFAULT-VALUE})")
    private String api = "";

    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        Beginnings beginnings = new Beginnings(data, bootstrap, registry);
        beginnings.provision(replication);
        beginnings
                .prepare(console, api)
                .ifPresentOrElse(
                        sheet -> out.print(sheet.text(console, api)),
                        () -> out.println("The people are there already; their sheet was printed once."));
        return 0;
    }
}
