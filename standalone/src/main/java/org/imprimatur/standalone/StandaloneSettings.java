package org.imprimatur.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the one command is told: where to listen and where to keep everything.
 *
 * @param data folder of all state; created when missing
 * @param port of the console and the API
 * @param kafkaPort of the broker
 * @param registryPort of the schema registry
 * @param services settings of the four services by key, such as {@code approver.undo}, where their defaults do not serve
 */
public record StandaloneSettings(Path data, int port, int kafkaPort, int registryPort, Map<String, String> services) {

    public StandaloneSettings {
        data = data.toAbsolutePath().normalize();
        services = Map.copyOf(services);
        if (port < 1 || kafkaPort < 1 || registryPort < 1) {
            throw new IllegalArgumentException("ports are settled before the program is composed");
        }
    }

    /** Settles the ports: 0 becomes a free one, and a taken one is refused (Kafka's by the broker itself). */
    static StandaloneSettings settle(Path data, int port, int kafkaPort, int registryPort) {
        return settle(data, port, kafkaPort, registryPort, Map.of());
    }

    static StandaloneSettings settle(
            Path data, int port, int kafkaPort, int registryPort, Map<String, String> services) {
        return new StandaloneSettings(
                data,
                Ports.free(port, "--port"),
                kafkaPort == 0 ? Ports.free(0, "--kafka-port") : kafkaPort,
                Ports.free(registryPort, "--registry-port"),
                services);
    }

    String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    String registry() {
        return "http://127.0.0.1:" + registryPort;
    }

    String console() {
        return "http://localhost:" + port;
    }

    /** Where what opens accounts on social platforms is kept when nobody says otherwise. */
    Path secrets() {
        return data.resolve("secrets");
    }

    Path outbox() {
        return data.resolve("outbox");
    }
}
