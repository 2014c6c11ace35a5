package org.imprimatur.analyzer.topology;

import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.analyzer.wire.Judged;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Drafts in; verdicts, and either releases or held drafts out. Releases in; what they tell about somebody out. */
public final class AnalyzerTopology {

    private AnalyzerTopology() {}

    /**
     * Builds it.
     *
     * @param nanos a clock that only goes forward, for the cost of judging
     */
    public static Topology build(Wire wire, Judge judge, LongSupplier nanos) {
        StreamsBuilder builder = new StreamsBuilder();
        Channels channels = new Channels(wire);

        register(builder, Topics.POLICIES);
        register(builder, Topics.DIRECTORY);
        register(builder, Topics.ACCOUNTS);
        register(builder, Topics.AUTHORIZATIONS);
        register(builder, Topics.TOLD);

        KStream<String, Judged> judged = builder.stream(
                        Topics.DRAFTS.name(),
                        Consumed.with(Serdes.String(), Channels.onlyRead(channels.drafts()))
                                .withName("drafts"))
                .processValues(() -> new JudgeDraft(channels, judge, nanos), Named.as("judge"));

        judged.to(Topics.VERDICTS.name(), written(channels.verdicts(), "verdicts"));
        judged.filter((post, draft) -> draft.isCleared(), Named.as("cleared-by-policy"))
                .to(Topics.CLEARED.name(), written(channels.cleared(), "cleared"));
        judged.filterNot((post, draft) -> draft.isCleared(), Named.as("held-for-people"))
                .to(Topics.HELD.name(), written(channels.held(), "held"));

        builder.stream(
                        Topics.CLEARED.name(),
                        Consumed.with(Serdes.String(), Channels.onlyRead(channels.published()))
                                .withName("published"))
                .process(() -> new Remember(channels), Named.as("remember"))
                .to(
                        Topics.TOLD.name(),
                        Produced.with(Serdes.String(), Channels.onlyWritten(channels.telling()))
                                .withName("told"));

        return builder.build();
    }

    /**
     * A compacted topic as a store on every instance, its name the topic's. It keeps bytes: what can't be decoded is then
     * met where a draft is judged, which holds the draft, and not where it would stop every stream.
     */
    private static void register(StreamsBuilder builder, Topic<?> topic) {
        builder.globalTable(
                topic.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(topic.name() + "-register"),
                Materialized.<String, byte[]>as(Stores.inMemoryKeyValueStore(topic.name()))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray()));
    }

    private static Produced<String, Judged> written(Serializer<Judged> form, String name) {
        return Produced.with(Serdes.String(), Channels.onlyWritten(form)).withName(name);
    }
}
