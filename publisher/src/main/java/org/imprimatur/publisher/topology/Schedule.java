package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.wire.ReleaseRecord;

/** Releases that wait, ordered by when they are looked at next, so that a look costs only what is due. */
final class Schedule {
    private static final String EARLIEST = "";

    private final KeyValueStore<String, ReleaseRecord> store;

    Schedule(KeyValueStore<String, ReleaseRecord> store) {
        this.store = store;
    }

    void add(Instant due, ReleaseRecord release) {
        store.put(key(due, release.id().text()), release);
    }

    void remove(Instant due, DeliveryId id) {
        store.delete(key(due, id.text()));
    }

    /** Everything due at {@code now} or before, earliest first. */
    List<ReleaseRecord> due(Instant now) {
        List<ReleaseRecord> due = new ArrayList<>();
        try (KeyValueIterator<String, ReleaseRecord> entries = store.range(EARLIEST, key(now, "\uFFFF"))) {
            entries.forEachRemaining(entry -> due.add(entry.value));
        }
        return due;
    }

    private static String key(Instant due, String id) {
        return "%019d/%s".formatted(Math.max(0, due.toEpochMilli()), id);
    }
}
