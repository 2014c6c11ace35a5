package org.imprimatur.kit.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.kit.settings.Settings;

/**
 * What a Streams application needs to know.
 *
 * @param applicationId name of the application, its consumer group and the prefix of its internal topics
 * @param bootstrap {@code host:port} of Kafka, several separated by commas
 * @param stateFolder where its stores lie; kept between starts, never shared between two running processes
 * @param threads stream threads, at least 1
 * @param commitInterval how long a person may wait for one hop
 * @param deadLetterTopic where undecodable records go; the topic must exist
 * @param standbyReplicas warm copies of each store on other instances
 * @param groupInstanceId name of this instance that survives its restart (static membership), different for each
 */
public record StreamsSettings(
        String applicationId,
        String bootstrap,
        Path stateFolder,
        int threads,
        Duration commitInterval,
        String deadLetterTopic,
        int standbyReplicas,
        Optional<String> groupInstanceId) {

    private static final Duration A_PERSON_WAITS = Duration.ofMillis(10);

    public StreamsSettings {
        if (applicationId.isBlank() || bootstrap.isBlank() || deadLetterTopic.isBlank()) {
            throw new IllegalArgumentException("application id, bootstrap and dead-letter topic are not blank");
        }
        if (threads < 1 || standbyReplicas < 0) {
            throw new IllegalArgumentException("threads are at least 1, standby replicas at least 0");
        }
        if (commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException("the commit interval is longer than nothing");
        }
    }

    /**
     * Reads {@code kafka.bootstrap} and the service's {@code .threads} (1), {@code .commit-interval} (10 ms), {@code
     * .standby-replicas} (0) and {@code .instance} (none); what is read is built when every other fault is known too.
     *
     * @param service name of the application and first part of its keys
     */
    public static Supplier<StreamsSettings> read(
            Settings settings, String service, Path stateFolder, String deadLetterTopic) {
        String bootstrap = settings.text("kafka.bootstrap", "localhost:9092");
        int threads = settings.number(service + ".threads", 1, 1, 64);
        Duration commitInterval = settings.duration(service + ".commit-interval", A_PERSON_WAITS);
        int standbys = settings.number(service + ".standby-replicas", 0, 0, 5);
        Optional<String> instance = settings.text(service + ".instance");
        return () -> new StreamsSettings(
                service, bootstrap, stateFolder, threads, commitInterval, deadLetterTopic, standbys, instance);
    }

    /** Settings of an instance without a lasting name. */
    public StreamsSettings(
            String applicationId,
            String bootstrap,
            Path stateFolder,
            int threads,
            Duration commitInterval,
            String deadLetterTopic,
            int standbyReplicas) {
        this(
                applicationId,
                bootstrap,
                stateFolder,
                threads,
                commitInterval,
                deadLetterTopic,
                standbyReplicas,
                Optional.empty());
    }
}
