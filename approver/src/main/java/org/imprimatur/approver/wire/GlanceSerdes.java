package org.imprimatur.approver.wire;

import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Presence;
import org.imprimatur.schemas.wire.Wire;

/** How {@code reviews.presence} is written and read. */
public final class GlanceSerdes {
    private final Wire wire;

    public GlanceSerdes(Wire wire) {
        this.wire = wire;
    }

    public Serializer<Glance> out() {
        Serializer<Presence> values = wire.serde(Topics.PRESENCE).serializer();
        return (topic, glance) -> values.serialize(
                topic, new Presence(glance.postId(), glance.person(), glance.page(), glance.looking(), glance.at()));
    }

    /** Throws {@link SerializationException} for bytes that are no such value. */
    public Deserializer<Glance> in() {
        Deserializer<Presence> values = wire.serde(Topics.PRESENCE).deserializer();
        return (topic, bytes) -> {
            Presence presence = Optional.ofNullable(values.deserialize(topic, bytes))
                    .orElseThrow(() -> new SerializationException("no value on " + topic));
            return new Glance(
                    presence.getPostId(),
                    presence.getPerson(),
                    presence.getPage(),
                    presence.getLooking(),
                    presence.getAt());
        };
    }
}
