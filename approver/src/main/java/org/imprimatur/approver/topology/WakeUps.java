package org.imprimatur.approver.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which posts have to be looked at when, in order of time, so that nobody has to look through all of them. */
record WakeUps(KeyValueStore<String, String> store) {

    /** Takes the posts out whose time has come, earliest first. */
    List<String> due(Instant now) {
        List<KeyValue<String, String>> due = new ArrayList<>();
        try (KeyValueIterator<String, String> times = store.range("", time(now.plusMillis(1)))) {
            times.forEachRemaining(due::add);
        }
        due.forEach(each -> store.delete(each.key));
        return due.stream().map(each -> each.value).toList();
    }

    void change(String postId, Optional<Instant> before, Optional<Instant> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(at -> store.delete(key(postId, at)));
        after.ifPresent(at -> store.put(key(postId, at), postId));
    }

    private static String key(String postId, Instant at) {
        return time(at) + '/' + postId;
    }

    /** As many digits for every time, so that the order of the texts is the order of the times. */
    private static String time(Instant at) {
        return String.format("%019d", Math.max(0, at.toEpochMilli()));
    }
}
