package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.imprimatur.publisher.delivery.DeliveryId;

/** Deliveries that wait, ordered by when they are looked at next, so that a look costs only what is due. */
final class Schedule {
    private static final String EARLIEST = "";

    private final KeyValueStore<String, String> store;

    Schedule(KeyValueStore<String, String> store) {
        this.store = store;
    }

    void add(Instant due, DeliveryId id) {
        store.put(key(due, id.text()), id.text());
    }

    void remove(Instant due, DeliveryId id) {
        store.delete(key(due, id.text()));
    }

    /** Texts of the ids of everything due at {@code now} or before, earliest first. */
    List<String> due(Instant now) {
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = store.range(EARLIEST, key(now, "\uFFFF"))) {
            entries.forEachRemaining(entry -> due.add(entry.value));
        }
        return due;
    }

    private static String key(Instant due, String id) {
        return "%019d/%s".formatted(Math.max(0, due.toEpochMilli()), id);
    }
}
