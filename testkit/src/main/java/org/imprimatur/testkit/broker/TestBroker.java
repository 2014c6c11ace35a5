package org.imprimatur.testkit.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;

/**
 * A real broker for tests: one for each test JVM, started by the first test that asks, on a random port and a temporary
 * folder, and gone with the JVM.
 *
 * <p>Since it is shared, a test takes topics, groups and application ids of its own.
 */
public final class TestBroker {

    private TestBroker() {}

    /** The address of the broker, such as {@code 127.0.0.1:40001}; the first call takes some seconds. */
    public static String bootstrap() {
        return Shared.BROKER.bootstrap();
    }

    private static final class Shared {

        static final EmbeddedBroker BROKER = start();

        private Shared() {}

        private static EmbeddedBroker start() {
            try {
                Path folder = Files.createTempDirectory("imprimatur-test-broker");
                EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.on(folder, 0));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    broker.close();
                    delete(folder);
                }));
                return broker;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    if (!file.toFile().delete()) {
                        file.toFile().deleteOnExit();
                    }
                });
            } catch (IOException left) {
                System.err.println("event=test_broker.folder_left path=" + folder);
            }
        }
    }
}
