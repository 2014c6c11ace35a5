package org.imprimatur.publisher.wire;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The serdes of everything that the publisher reads, writes and keeps. */
public record PublisherSerdes(
        Serde<DraftRecord> drafts,
        Serde<ReleaseRecord> releases,
        Serde<DeliveryRecord> deliveries,
        Serde<CommandRecord> commands,
        Serde<AnswerRecord> answers,
        Serde<AccountRecord> accounts,
        Serde<PolicyRecord> policies,
        Serde<AuthorizationRecord> authorizations,
        Serde<BlockedRecord> blocked) {

    public static PublisherSerdes of(Wire wire) {
        return new PublisherSerdes(
                as(wire.serde(Topics.DRAFTS), DraftRecord::new, DraftRecord::draft),
                as(wire.serde(Topics.CLEARED), ReleaseRecord::of, ReleaseRecord::release),
                as(wire.serde(Topics.DELIVERIES), DeliveryRecord::of, DeliveryRecord::avro),
                as(wire.serde(Topics.DELIVERY_COMMANDS), CommandRecord::new, CommandRecord::command),
                as(wire.serde(Topics.DELIVERY_ANSWERS), AnswerRecord::new, AnswerRecord::answer),
                as(wire.serde(Topics.ACCOUNTS), AccountRecord::new, AccountRecord::account),
                as(wire.serde(Topics.POLICIES), PolicyRecord::new, PolicyRecord::policy),
                as(wire.serde(Topics.AUTHORIZATIONS), AuthorizationRecord::new, AuthorizationRecord::authorization),
                as(wire.serde(Topics.BLOCKED_PICTURES), BlockedRecord::new, BlockedRecord::picture));
    }

    private static <A, R> Serde<R> as(Serde<A> avro, Function<A, R> read, Function<R, A> write) {
        Serializer<A> serializer = avro.serializer();
        Deserializer<A> deserializer = avro.deserializer();
        return Serdes.serdeFrom(
                (topic, value) -> serializer.serialize(topic, mapped(value, write)),
                (topic, bytes) -> mapped(deserializer.deserialize(topic, bytes), read));
    }

    /** Kafka says "deleted" by null, in both directions. */
    private static <T, R> @Nullable R mapped(@Nullable T value, Function<T, R> function) {
        return value == null ? null : function.apply(value);
    }
}
