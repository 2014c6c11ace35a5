package org.imprimatur.approver.wire;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/**
 * Values of topics as lines of JSON with every member, for evidence that is read without us. Safe for use by many threads.
 *
 * <p>Every method throws {@link SerializationException} for bytes that are not such a value.
 */
public final class RecordLines {
    private final Deserializer<? extends SpecificRecord> drafts;
    private final Deserializer<? extends SpecificRecord> verdicts;
    private final Deserializer<? extends SpecificRecord> deliveries;
    private final Deserializer<? extends SpecificRecord> orders;
    private final Deserializer<? extends SpecificRecord> authorizations;
    private final PostReader reader;

    public RecordLines(Wire wire) {
        drafts = wire.serde(Topics.DRAFTS).deserializer();
        verdicts = wire.serde(Topics.VERDICTS).deserializer();
        deliveries = wire.serde(Topics.DELIVERIES).deserializer();
        orders = wire.serde(Topics.DELIVERY_ANSWERS).deserializer();
        authorizations = wire.serde(Topics.AUTHORIZATIONS).deserializer();
        reader = new PostReader(wire);
    }

    /** A value of {@code posts.drafts}. */
    public String draft(byte[] bytes) {
        return line(drafts, Topics.DRAFTS, bytes);
    }

    /** A value of {@code posts.verdicts}. */
    public String verdict(byte[] bytes) {
        return line(verdicts, Topics.VERDICTS, bytes);
    }

    /** A value of {@code posts.deliveries}. */
    public String delivery(byte[] bytes) {
        return line(deliveries, Topics.DELIVERIES, bytes);
    }

    /** A value of {@code deliveries.answers}. */
    public String order(byte[] bytes) {
        return line(orders, Topics.DELIVERY_ANSWERS, bytes);
    }

    /** A value of {@code authorizations}. */
    public String authorization(byte[] bytes) {
        return line(authorizations, Topics.AUTHORIZATIONS, bytes);
    }

    /** A value of {@code reviews.events}, as {@link HistoryLine} reads it. */
    public String event(byte[] bytes) {
        return HistoryLine.write(reader.link(bytes));
    }

    private static String line(Deserializer<? extends SpecificRecord> deserializer, Topic<?> topic, byte[] bytes) {
        SpecificRecord record = Optional.ofNullable(deserializer.deserialize(topic.name(), bytes))
                .orElseThrow(() -> new SerializationException("no value on " + topic.name()));
        return PlainJson.of(record).toString();
    }
}
