package org.imprimatur.publisher.topology;

import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.imprimatur.publisher.gate.ReleaseGate;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.schemas.Topics;

/** From {@code posts.cleared} through the gate to {@code posts.deliveries}. */
public final class PublisherTopology {
    static final String ACCOUNTS = "accounts";
    static final String RELEASES = "releases";
    static final String SCHEDULE = "schedule";

    private static final Serde<String> KEY = Serdes.String();

    private PublisherTopology() {}

    /**
     * Builds it.
     *
     * @param platforms those that have a connector; an account of any other is refused
     */
    public static Topology build(PublisherSerdes serdes, Set<String> platforms) {
        ReleaseGate gate = new ReleaseGate(platforms);
        StreamsBuilder builder = new StreamsBuilder();

        builder.globalTable(
                Topics.ACCOUNTS.name(),
                Consumed.with(KEY, serdes.accounts()).withName("read-accounts"),
                Materialized.as(Stores.inMemoryKeyValueStore(ACCOUNTS)));
        builder.addStateStore(store(RELEASES, serdes.deliveries()));
        builder.addStateStore(store(SCHEDULE, serdes.releases()));

        builder.stream(
                        Topics.CLEARED.name(),
                        Consumed.with(KEY, serdes.releases()).withName("read-cleared"))
                .process(() -> new GateProcessor(gate), Named.as("gate"), RELEASES, SCHEDULE)
                .to(
                        Topics.DELIVERIES.name(),
                        Produced.with(KEY, serdes.deliveries()).withName("write-deliveries"));
        return builder.build();
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), KEY, values);
    }
}
