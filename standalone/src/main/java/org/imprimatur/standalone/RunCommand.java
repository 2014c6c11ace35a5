package org.imprimatur.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Runs everything until Ctrl-C. */
@Command(
        name = "imprimatur",
        mixinStandardHelpOptions = true,
        version = "imprimatur 0.1.0",
        description = "A gate in front of an organization's own social-media accounts. "
                + "Without a command it runs everything on this machine.")
final class RunCommand implements Callable<Integer> {

    private static final String KAFKA_PORT = "19092";
    private static final String REGISTRY_PORT = "18081";
    private static final String SECRETS = "publisher.secrets-folder";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port of the console and the API (${DEFAULT-VALUE}); 0 for a free one")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "imprimatur-data",
            description = "folder that keeps everything (./${DEFAULT-VALUE})")
    private Path data = Path.of("imprimatur-data");

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = KAFKA_PORT,
            description = "port of the Kafka broker (${DEFAULT-VALUE}); 0 for a free one")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = REGISTRY_PORT,
            description = "port of the schema registry (${DEFAULT-VALUE}); 0 for a free one")
    private int registryPort;

    @Option(
            names = "--" + SECRETS,
            paramLabel = "FOLDER",
            description =
                    "folder of one ACCOUNTID.yaml for each account on a social platform (secrets in the data folder)")
    private @Nullable Path secrets;

    /** Commands that speak to Kafka and the registry find those of this machine's runner, unless they are told others. */
    static @Nullable String whereTheRunnerListens(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return switch (option.longestName()) {
                case "--kafka.bootstrap" -> "localhost:" + KAFKA_PORT;
                case "--registry.url" -> "http://localhost:" + REGISTRY_PORT;
                default -> null;
            };
        }
        return null;
    }

    @Override
    public Integer call() {
        Path folder = folder(data.toAbsolutePath().normalize());
        Map<String, String> services = secrets == null
                ? Map.of()
                : Map.of(SECRETS, secrets.toAbsolutePath().normalize().toString());
        StandaloneSettings settings = StandaloneSettings.settle(folder, port, kafkaPort, registryPort, services);
        if (services.isEmpty()) {
            ownerOnly(settings.secrets());
        }
        LogFile.open(LogFile.in(folder));
        System.out.println("Imprimatur starts in " + folder + " (Ctrl-C stops it)");
        Lifecycle.run(new Standalone(settings, System.out).services(RunCommand::withoutBroker));
        return 0;
    }

    /** A new folder is its owner's alone: it will hold drafts with whatever their authors wrote into them. */
    private static Path folder(Path folder) {
        ownerOnly(folder);
        if (!Files.isWritable(folder)) {
            throw new Refused("The folder " + folder + " cannot be written; choose another with --data.");
        }
        return folder;
    }

    private static void ownerOnly(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                OwnerOnly.folder(folder);
            }
        } catch (IOException unwritable) {
            throw new Refused("The folder " + folder + " cannot be created; choose another with --data.", unwritable);
        }
    }

    /** Nothing can be done or lost without the broker, so the program ends at once, as it might at any time. */
    private static void withoutBroker() {
        System.err.println("The Kafka broker ended by itself; its log is kafka/broker.log in the data folder.");
        Runtime.getRuntime().halt(1);
    }
}
