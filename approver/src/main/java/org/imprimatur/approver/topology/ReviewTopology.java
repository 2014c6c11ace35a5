package org.imprimatur.approver.topology;

import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.wire.ReviewSerdes;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The people's part of the pipeline: drafts, held drafts and commands come in, releases and history go out. */
public final class ReviewTopology {
    /** Name of this service in topics. */
    public static final String SERVICE = "approver";

    static final String CASES = "cases";
    static final String DRAFTS_UNDER_REVIEW = "drafts-under-review";
    static final String WAKE_UPS = "wake-ups";
    static final String HISTORY = "history";
    static final String EDITED = "edited";
    static final String RELEASES = "releases";
    static final String SET_ASIDE = "set-aside";

    private static final String SUBMITTED = "submitted";
    private static final String HELD = "held";
    private static final String ASKED = "asked";
    private static final String REVIEW = "review";

    private ReviewTopology() {}

    /** All topics are keyed by post id and have the same number of partitions, so one task owns a post. */
    public static Topology build(Wire wire, Terms terms) {
        ReviewSerdes serdes = new ReviewSerdes(wire);
        Deserializer<String> key = Serdes.String().deserializer();
        Serializer<String> keyOut = Serdes.String().serializer();
        return new Topology()
                .addSource(SUBMITTED, key, serdes.drafts(), Topics.DRAFTS.name())
                .addSource(HELD, key, serdes.held(), Topics.HELD.name())
                .addSource(ASKED, key, serdes.commands(), Topics.REVIEW_COMMANDS.name())
                .addProcessor(REVIEW, () -> new ReviewProcessor(terms), SUBMITTED, HELD, ASKED)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(CASES), Serdes.String(), ReviewSerdes.reviews()),
                        REVIEW)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(DRAFTS_UNDER_REVIEW),
                                Serdes.String(),
                                serdes.frozenDrafts()),
                        REVIEW)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(WAKE_UPS), Serdes.String(), Serdes.String()),
                        REVIEW)
                .addSink(EDITED, Topics.DRAFTS.name(), keyOut, serdes.editedDrafts(), REVIEW)
                .addSink(HISTORY, Topics.REVIEW_EVENTS.name(), keyOut, serdes.history(), REVIEW)
                .addSink(RELEASES, Topics.CLEARED.name(), keyOut, serdes.releases(), REVIEW)
                .addSink(SET_ASIDE, Topics.deadLetters(SERVICE), keyOut, new ByteArraySerializer(), REVIEW);
    }
}
