package org.imprimatur.publisher.topology;

import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.imprimatur.publisher.gate.ReleaseGate;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;

/** From what was handed in, released, asked for and heard, through the gate, to deliveries and to the worker's calls. */
public final class PublisherTopology {
    static final String GATE = "gate";
    static final String TO_DELIVERIES = "write-deliveries";
    static final String TO_CALLS = "write-calls";
    static final String TO_DRAFTS = "write-drafts";
    static final String TO_ANSWERS = "write-answers";
    static final String TO_BLOCKED = "write-blocked";

    static final String DELIVERIES = "deliveries";
    static final String RELEASES = "releases";
    static final String SCHEDULE = "schedule";
    static final String NEWEST = "newest-drafts";
    static final String ORDERS = "orders";
    static final String ANSWERED = "answered";
    static final String WATCHED = "watched-authorizations";

    private static final Serde<String> KEY = Serdes.String();

    private PublisherTopology() {}

    /**
     * Builds it. All topics that it reads are keyed by post and have the same number of partitions, so one task owns a
     * post; what it tells the worker is keyed by account.
     *
     * @param platforms those that have a connector; an account of any other is refused
     */
    public static Topology build(PublisherSerdes serdes, Set<String> platforms) {
        ReleaseGate gate = new ReleaseGate(platforms);
        StreamsBuilder builder = new StreamsBuilder();
        table(builder, Topics.ACCOUNTS, serdes.accounts());
        table(builder, Topics.POLICIES, serdes.policies());
        table(builder, Topics.AUTHORIZATIONS, serdes.authorizations());
        table(builder, Topics.BLOCKED_PICTURES, serdes.blocked());
        builder.addStateStore(store(DELIVERIES, serdes.deliveries()));
        builder.addStateStore(store(RELEASES, serdes.releases()));
        builder.addStateStore(store(SCHEDULE, KEY));
        builder.addStateStore(store(NEWEST, Serdes.Integer()));
        builder.addStateStore(store(ORDERS, serdes.commands()));
        builder.addStateStore(store(ANSWERED, KEY));
        builder.addStateStore(store(WATCHED, KEY));

        stream(builder, Topics.DRAFTS, serdes.drafts(), GateInput.Drafted::new)
                .merge(
                        stream(builder, Topics.CLEARED, serdes.releases(), GateInput.Cleared::new),
                        Named.as("or-cleared"))
                .merge(
                        stream(builder, Topics.DELIVERIES, serdes.deliveries(), GateInput.Heard::new),
                        Named.as("or-heard"))
                .merge(
                        stream(builder, Topics.DELIVERY_COMMANDS, serdes.commands(), GateInput.Asked::new),
                        Named.as("or-asked"))
                .process(
                        () -> new GateProcessor(gate),
                        Named.as(GATE),
                        DELIVERIES,
                        RELEASES,
                        SCHEDULE,
                        NEWEST,
                        ORDERS,
                        ANSWERED,
                        WATCHED);
        Topology topology = builder.build();
        sink(topology, TO_DELIVERIES, Topics.DELIVERIES, serdes.deliveries());
        sink(topology, TO_CALLS, Topics.DELIVERY_CALLS, serdes.deliveries());
        sink(topology, TO_DRAFTS, Topics.DRAFTS, serdes.drafts());
        sink(topology, TO_ANSWERS, Topics.DELIVERY_ANSWERS, serdes.answers());
        sink(topology, TO_BLOCKED, Topics.BLOCKED_PICTURES, serdes.blocked());
        return topology;
    }

    private static <V> void table(StreamsBuilder builder, Topic<?> topic, Serde<V> values) {
        builder.globalTable(
                topic.name(),
                Consumed.with(KEY, values).withName("read-" + topic.name()),
                Materialized.as(Stores.inMemoryKeyValueStore(topic.name())));
    }

    private static <V> KStream<String, GateInput> stream(
            StreamsBuilder builder, Topic<?> topic, Serde<V> values, Function<V, GateInput> input) {
        return builder.stream(topic.name(), Consumed.with(KEY, values).withName("read-" + topic.name()))
                .mapValues(input::apply, Named.as("take-" + topic.name()));
    }

    private static <V> void sink(Topology topology, String name, Topic<?> topic, Serde<V> values) {
        Serializer<V> serializer = values.serializer();
        topology.addSink(name, topic.name(), KEY.serializer(), serializer, GATE);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), KEY, values);
    }
}
