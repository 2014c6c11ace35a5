package org.imprimatur.publisher.wire;

import java.util.Locale;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Terms;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;

/**
 * A record of {@code posts.deliveries} or {@code deliveries.calls}.
 *
 * @param draft what is to be sent; there only when it is PREPARED
 */
public record DeliveryRecord(Delivery delivery, Optional<Draft> draft) {

    /** A step without content. */
    public static DeliveryRecord step(Delivery delivery) {
        return new DeliveryRecord(delivery, Optional.empty());
    }

    /** Whether it came with exactly the content that was released. */
    public boolean holdsWhatWasReleased() {
        return draft.filter(d -> ContentHash.of(d).equals(delivery.terms().contentHash()))
                .isPresent();
    }

    /** What the connector shall send; empty without content. */
    public Optional<Post> post() {
        Terms terms = delivery.terms();
        return draft.map(content -> new Post(
                delivery.id(),
                terms.idempotencyKey(),
                terms.contentHash(),
                terms.platform(),
                textFor(content, terms.platform()),
                Optional.ofNullable(content.getInReplyTo()),
                content.getMedia().stream()
                        .map(m -> new Post.Media(m.getHash(), m.getMediaType(), m.getAltText()))
                        .toList(),
                terms.createdAt().orElse(delivery.at())));
    }

    /** What the gate looked at when it let this out, to be looked at again; empty without content. */
    public Optional<Clearance> clearance() {
        return draft.map(content -> Clearances.of(
                delivery.id(),
                delivery.terms().contentHash(),
                delivery.terms().policyVersion(),
                content,
                delivery.at()));
    }

    static DeliveryRecord of(org.imprimatur.schemas.avro.Delivery avro) {
        Terms terms = new Terms(
                avro.getContentHash(),
                avro.getPolicyVersion(),
                avro.getPlatform(),
                avro.getIdempotencyKey(),
                Optional.ofNullable(avro.getCreatedAt()));
        Delivery delivery = new Delivery(
                new DeliveryId(avro.getPostId(), avro.getRevision(), avro.getAccount()),
                terms,
                avro.getRound(),
                avro.getAttempt(),
                Optional.ofNullable(avro.getRequestHash()),
                StatusForm.read(avro),
                avro.getAt());
        return new DeliveryRecord(delivery, Optional.ofNullable(avro.getDraft()));
    }

    org.imprimatur.schemas.avro.Delivery avro() {
        Terms terms = delivery.terms();
        var avro = org.imprimatur.schemas.avro.Delivery.newBuilder()
                .setDeliveryId(delivery.id().text())
                .setPostId(delivery.id().postId())
                .setRevision(delivery.id().revision())
                .setAccount(delivery.id().account())
                .setPlatform(terms.platform())
                .setContentHash(terms.contentHash())
                .setState(DeliveryState.valueOf(delivery.status().stage().name()))
                .setDraft(draft.orElse(null))
                .setRound(delivery.round())
                .setAttempt(delivery.attempt())
                .setIdempotencyKey(terms.idempotencyKey())
                .setCreatedAt(terms.createdAt().orElse(null))
                .setRequestHash(delivery.requestHash().orElse(null))
                .setPolicyVersion(terms.policyVersion())
                .setRemoteId(delivery.status().receipt().map(Receipt::remoteId).orElse(null))
                .setUrl(delivery.status().receipt().flatMap(Receipt::url).orElse(null))
                .setReason(delivery.status().explanation().orElse(null))
                .setDueAt(delivery.status().due().orElse(null))
                .setActor(delivery.status().actor().orElse(null))
                .setAt(delivery.at());
        StatusForm.write(delivery.status(), avro);
        return avro.build();
    }

    private static String textFor(Draft draft, String platform) {
        return draft.getVariants().entrySet().stream()
                .filter(variant -> variant.getKey().toLowerCase(Locale.ROOT).equals(platform))
                .map(variant -> variant.getValue())
                .findFirst()
                .orElse(draft.getText());
    }

    @Override
    public String toString() {
        return "DeliveryRecord[" + delivery + "]";
    }
}
