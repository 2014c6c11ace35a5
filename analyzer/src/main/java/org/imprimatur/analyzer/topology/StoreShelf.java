package org.imprimatur.analyzer.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.imprimatur.schemas.Topic;

/** A shelf over stores whose names are those of their topics. */
public record StoreShelf(Function<Topic<?>, ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>>> store)
        implements Shelf {

    @Override
    public Optional<byte[]> find(Topic<?> topic, String key) {
        return Optional.ofNullable(store.apply(topic).get(key)).map(ValueAndTimestamp::value);
    }

    @Override
    public Optional<Instant> since(Topic<?> topic, String key) {
        return Optional.ofNullable(store.apply(topic).get(key))
                .map(ValueAndTimestamp::timestamp)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public List<String> keys(Topic<?> topic, String prefix) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> found = begun(store.apply(topic), prefix)) {
            while (found.hasNext()) {
                KeyValue<String, ValueAndTimestamp<byte[]>> next = found.next();
                keys.add(next.key);
            }
        }
        return keys;
    }

    private static KeyValueIterator<String, ValueAndTimestamp<byte[]>> begun(
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store, String prefix) {
        return prefix.isEmpty() ? store.all() : store.prefixScan(prefix, new StringSerializer());
    }
}
