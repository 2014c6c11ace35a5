package org.imprimatur.approver.wire.own;

import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.approver.post.SavedView;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Saved views in {@code views.saved}. */
public final class SavedViewRecords implements OwnRecords<SavedView> {
    private final Serde<org.imprimatur.schemas.avro.SavedView> serde;

    public SavedViewRecords(Wire wire) {
        serde = wire.serde(Topics.SAVED_VIEWS);
    }

    @Override
    public String topic() {
        return Topics.SAVED_VIEWS.name();
    }

    @Override
    public byte[] written(OwnKey key, SavedView view) {
        return serde.serializer()
                .serialize(
                        topic(),
                        new org.imprimatur.schemas.avro.SavedView(
                                key.person(), view.name(), view.query(), view.savedAt()));
    }

    @Override
    public Optional<SavedView> read(byte[] bytes) {
        try {
            return Optional.ofNullable(serde.deserializer().deserialize(topic(), bytes))
                    .map(view -> new SavedView(view.getName(), view.getQuery(), view.getSavedAt()));
        } catch (SerializationException | IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }
}
