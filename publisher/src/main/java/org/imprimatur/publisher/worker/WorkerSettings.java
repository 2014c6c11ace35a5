package org.imprimatur.publisher.worker;

import java.time.Duration;

/**
 * What a worker needs to know.
 *
 * @param bootstrap {@code host:port} of Kafka, several separated by commas
 * @param group consumer group; the workers of one group share the partitions
 * @param deliveries topic of deliveries
 * @param accounts topic of accounts
 * @param deadLetters topic for what can't be read
 * @param callsAtOnce most calls in flight, each to another account
 * @param stopsWithin how long a stopping worker waits for calls in flight
 */
public record WorkerSettings(
        String bootstrap,
        String group,
        String deliveries,
        String accounts,
        String deadLetters,
        int callsAtOnce,
        Duration stopsWithin) {
    public WorkerSettings {
        if (callsAtOnce < 1 || stopsWithin.isNegative()) {
            throw new IllegalArgumentException(
                    "a worker makes at least one call at once and stops after no negative time");
        }
    }
}
