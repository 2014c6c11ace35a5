package org.imprimatur.broker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the broker keeps its data and where it listens.
 *
 * @param folder kept between runs; created when it does not exist
 * @param port the clients' port on 127.0.0.1, or 0 for a free one
 * @param patience how long a start may take before it is given up
 */
public record BrokerSettings(Path folder, int port, Duration patience) {

    private static final int HIGHEST_PORT = 65_535;

    public BrokerSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive");
        }
        folder = folder.toAbsolutePath().normalize();
    }

    public static BrokerSettings on(Path folder, int port) {
        return new BrokerSettings(folder, port, Duration.ofSeconds(60));
    }
}
