package org.imprimatur.approver.wire.own;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.UnsentDraft;
import org.imprimatur.schemas.avro.UnsentPicture;
import org.imprimatur.schemas.wire.Wire;

/** Drafts in writing in {@code drafts.unsent}. */
public final class UnsentRecords implements OwnRecords<Unsent> {
    private final Serde<UnsentDraft> serde;

    public UnsentRecords(Wire wire) {
        serde = wire.serde(Topics.UNSENT_DRAFTS);
    }

    @Override
    public String topic() {
        return Topics.UNSENT_DRAFTS.name();
    }

    @Override
    public byte[] written(OwnKey key, Unsent unsent) {
        return serde.serializer().serialize(topic(), record(key.person(), unsent));
    }

    @Override
    public Optional<Unsent> read(byte[] bytes) {
        try {
            return Optional.ofNullable(serde.deserializer().deserialize(topic(), bytes))
                    .map(UnsentRecords::plain);
        } catch (SerializationException | IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    private static UnsentDraft record(String author, Unsent unsent) {
        return UnsentDraft.newBuilder()
                .setAuthor(author)
                .setKey(unsent.key())
                .setPostId(unsent.postId())
                .setBaseRevision(unsent.baseRevision())
                .setAccounts(unsent.accounts())
                .setReply(unsent.reply())
                .setInReplyTo(unsent.inReplyTo())
                .setText(unsent.text())
                .setVariants(unsent.variants())
                .setPictures(unsent.pictures().stream()
                        .map(one -> new UnsentPicture(one.hash(), one.mediaType(), one.size(), one.altText()))
                        .toList())
                .setAuthorizations(unsent.authorizations())
                .setScheduled(unsent.scheduled())
                .setExpires(unsent.expires())
                .setBefore(unsent.before())
                .setWindow(unsent.saved().window())
                .setTurn(unsent.saved().turn())
                .setSavedAt(Instant.ofEpochMilli(unsent.savedAt()))
                .build();
    }

    private static Unsent plain(UnsentDraft draft) {
        return new Unsent(
                draft.getKey(),
                draft.getPostId(),
                draft.getBaseRevision(),
                draft.getAccounts(),
                draft.getReply(),
                draft.getInReplyTo(),
                draft.getText(),
                draft.getVariants(),
                draft.getPictures().stream()
                        .map(one -> new Unsent.UnsentPicture(
                                one.getHash(), one.getMediaType(), one.getSize(), one.getAltText()))
                        .toList(),
                draft.getAuthorizations(),
                draft.getScheduled(),
                draft.getExpires(),
                draft.getBefore(),
                new Unsent.Saved(
                        draft.getWindow(), draft.getTurn(), draft.getSavedAt().toEpochMilli()));
    }
}
