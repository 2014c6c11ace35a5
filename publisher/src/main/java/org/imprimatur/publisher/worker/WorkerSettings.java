package org.imprimatur.publisher.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * What a worker needs to know.
 *
 * @param bootstrap {@code host:port} of Kafka, several separated by commas
 * @param group consumer group; the workers of one group share the partitions
 * @param topics names of what it reads and writes
 * @param callsAtOnce most calls in flight, each to another account
 * @param instance name that survives a restart, so that the group does not wait for the dead; different for each worker
 * @param stopsWithin how long a stopping worker waits for calls in flight
 */
public record WorkerSettings(
        String bootstrap,
        String group,
        WorkerTopics topics,
        int callsAtOnce,
        Optional<String> instance,
        Duration stopsWithin) {
    public WorkerSettings {
        if (callsAtOnce < 1 || stopsWithin.isNegative()) {
            throw new IllegalArgumentException(
                    "a worker makes at least one call at once and stops after no negative time");
        }
    }
}
