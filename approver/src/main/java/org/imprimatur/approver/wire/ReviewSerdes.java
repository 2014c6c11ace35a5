package org.imprimatur.approver.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.ReviewCommand;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.wire.Wire;

/** How the topology reads and writes topics and stores. A record that makes no sense is undecodable. */
public final class ReviewSerdes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;

    public ReviewSerdes(Wire wire) {
        this.wire = wire;
    }

    public Deserializer<PostInput> drafts() {
        return reading(Topics.DRAFTS, Inputs::submitted);
    }

    public Deserializer<PostInput> held() {
        return reading(Topics.HELD, Inputs::held);
    }

    public Deserializer<PostInput> commands() {
        return reading(Topics.REVIEW_COMMANDS, Inputs::asked);
    }

    /** For who hands commands in. */
    public Serializer<CommandRecord> commandsOut() {
        Serializer<ReviewCommand> commands = wire.serde(Topics.REVIEW_COMMANDS).serializer();
        return (topic, command) -> commands.serialize(topic, command.record());
    }

    public Serializer<HistoryRecord> history() {
        Serializer<ReviewEvent> events = wire.serde(Topics.REVIEW_EVENTS).serializer();
        return (topic, link) -> events.serialize(topic, link.event());
    }

    public Serializer<ReleaseRecord> releases() {
        Serializer<Release> releases = wire.serde(Topics.CLEARED).serializer();
        return (topic, release) -> releases.serialize(topic, release.release());
    }

    /** For revisions that reviewers make: they take the way of every other. */
    public Serializer<FrozenDraft> editedDrafts() {
        Serializer<Draft> drafts = wire.serde(Topics.DRAFTS).serializer();
        return (topic, made) -> drafts.serialize(topic, made.draft());
    }

    /** For the store of drafts that wait for a decision: the same bytes as on their topic. */
    public Serde<FrozenDraft> frozenDrafts() {
        Serde<Draft> drafts = wire.serde(Topics.DRAFTS);
        return Serdes.serdeFrom(
                (topic, frozen) -> frozen == null ? null : drafts.serializer().serialize(topic, frozen.draft()),
                (topic, bytes) -> bytes == null
                        ? null
                        : new FrozenDraft(drafts.deserializer().deserialize(topic, bytes)));
    }

    /** For the store of reviews. */
    public static Serde<StoredReview> reviews() {
        return Serdes.serdeFrom(
                (topic, stored) -> stored == null ? null : write(stored),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private <A extends SpecificRecord> Deserializer<PostInput> reading(Topic<A> from, Function<A, PostInput> read) {
        Deserializer<A> values = wire.serde(from).deserializer();
        return (topic, bytes) -> bytes == null ? null : read.apply(values.deserialize(topic, bytes));
    }

    private static byte[] write(StoredReview stored) {
        try {
            return JSON.writeValueAsBytes(ReviewSnapshot.of(stored));
        } catch (IOException broken) {
            throw new UncheckedIOException("a review cannot be written", broken);
        }
    }

    private static StoredReview read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, ReviewSnapshot.class).stored();
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored review cannot be read", broken);
        }
    }
}
