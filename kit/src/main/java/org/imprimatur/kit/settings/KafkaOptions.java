package org.imprimatur.kit.settings;

import java.net.URI;
import picocli.CommandLine.Option;

/** The options of a command that writes into Kafka: where it is, and its schema registry. */
public final class KafkaOptions {

    @Option(
            names = "--kafka.bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Kafka's address (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--registry.url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "The schema registry's address (default: ${DEFAULT-VALUE}).")
    private URI registry = URI.create("");

    @Option(
            names = "--registry.kind",
            paramLabel = "KIND",
            defaultValue = "imprimatur",
            description = "How to speak to it (default: ${DEFAULT-VALUE}).")
    private String kind = "";

    /** Host and port, as Kafka's clients take them. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Where the schema registry answers. */
    public URI registry() {
        return registry;
    }

    /** How to speak to it, by name. */
    public String registryKind() {
        return kind;
    }
}
