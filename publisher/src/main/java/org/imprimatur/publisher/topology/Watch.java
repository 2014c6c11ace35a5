package org.imprimatur.publisher.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.imprimatur.publisher.delivery.DeliveryId;

/** Which deliveries rest on which authorization, so that a revocation finds them; a look costs one get each. */
final class Watch {
    private static final String BETWEEN = "\u0000";
    private static final String SPACE = " ";

    private final KeyValueStore<String, String> store;
    private final Set<String> authorizations = new TreeSet<>();

    /**
     * A delivery under an authorization.
     *
     * @param delivery text of its id
     * @param pictures hashes of what it shows
     */
    record Entry(String authorization, String delivery, List<String> pictures) {}

    Watch(ProcessorContext<?, ?> context) {
        store = context.getStateStore(PublisherTopology.WATCHED);
        try (KeyValueIterator<String, String> all = store.all()) {
            all.forEachRemaining(entry -> authorizations.add(entry.key.substring(0, entry.key.indexOf(BETWEEN))));
        }
    }

    void add(DeliveryId delivery, Collection<String> under, List<String> pictures) {
        for (String authorization : under) {
            store.put(authorization + BETWEEN + delivery.text(), String.join(SPACE, pictures));
            authorizations.add(authorization);
        }
    }

    /** Ids of the authorizations on which anything rests or rested. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Takes out everything that rests on an authorization. */
    List<Entry> take(String authorization) {
        List<Entry> taken = new ArrayList<>();
        try (KeyValueIterator<String, String> entries =
                store.prefixScan(authorization + BETWEEN, new StringSerializer())) {
            entries.forEachRemaining(entry -> taken.add(new Entry(
                    authorization,
                    entry.key.substring(authorization.length() + 1),
                    entry.value.isEmpty() ? List.of() : List.of(entry.value.split(SPACE)))));
        }
        taken.forEach(entry -> store.delete(authorization + BETWEEN + entry.delivery()));
        authorizations.remove(authorization);
        return taken;
    }
}
