package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;

/**
 * A record of {@code posts.deliveries}.
 *
 * @param draft what is to be sent; there only when it is PREPARED
 */
public record DeliveryRecord(Delivery delivery, Optional<Draft> draft) {
    private static final String BY_A_NEWER_VERSION =
            "a newer version of the publisher wrote a state unknown to this one";

    /** A step without content. */
    public static DeliveryRecord step(Delivery delivery) {
        return new DeliveryRecord(delivery, Optional.empty());
    }

    /** Whether it came with exactly the content that was released. */
    public boolean holdsWhatWasReleased() {
        return draft.filter(d -> ContentHash.of(d).equals(delivery.contentHash()))
                .isPresent();
    }

    /** What the connector of {@code platform} shall send; empty without content. */
    public Optional<Post> post(String platform) {
        return draft.map(content -> new Post(
                delivery.id(),
                delivery.idempotencyKey(),
                delivery.contentHash(),
                platform,
                textFor(content, platform),
                Optional.ofNullable(content.getInReplyTo()),
                content.getMedia().stream()
                        .map(m -> new Post.Media(m.getHash(), m.getMediaType(), m.getAltText()))
                        .toList(),
                delivery.at()));
    }

    static DeliveryRecord of(org.imprimatur.schemas.avro.Delivery avro) {
        Delivery delivery = new Delivery(
                new DeliveryId(avro.getPostId(), avro.getRevision(), avro.getAccount()),
                avro.getContentHash(),
                avro.getIdempotencyKey(),
                avro.getAttempt(),
                status(avro),
                avro.getAt());
        return new DeliveryRecord(delivery, Optional.ofNullable(avro.getDraft()));
    }

    org.imprimatur.schemas.avro.Delivery avro() {
        Status status = delivery.status();
        return org.imprimatur.schemas.avro.Delivery.newBuilder()
                .setDeliveryId(delivery.id().text())
                .setPostId(delivery.id().postId())
                .setRevision(delivery.id().revision())
                .setAccount(delivery.id().account())
                .setContentHash(delivery.contentHash())
                .setState(DeliveryState.valueOf(status.stage().name()))
                .setDraft(draft.orElse(null))
                .setAttempt(delivery.attempt())
                .setIdempotencyKey(delivery.idempotencyKey())
                .setRemoteId(status.receipt().map(Receipt::remoteId).orElse(null))
                .setUrl(status.receipt().flatMap(Receipt::url).orElse(null))
                .setReason(status.explanation().orElse(null))
                .setDueAt(status.due().orElse(null))
                .setAt(delivery.at())
                .build();
    }

    private static Status status(org.imprimatur.schemas.avro.Delivery avro) {
        String reason = Optional.ofNullable(avro.getReason()).orElse("no reason was given");
        Instant due = Optional.ofNullable(avro.getDueAt()).orElse(avro.getAt());
        Optional<Receipt> receipt = Optional.ofNullable(avro.getRemoteId())
                .map(remoteId -> new Receipt(remoteId, Optional.ofNullable(avro.getUrl())));
        return switch (avro.getState()) {
            case SCHEDULED -> new Status.Scheduled(due, reason);
            case PREPARED -> new Status.Prepared();
            case ARMED -> new Status.Armed();
            case PUBLISHED ->
                new Status.Published(receipt.orElseGet(() -> new Receipt(avro.getIdempotencyKey(), Optional.empty())));
            case REJECTED -> new Status.Rejected(reason);
            case RETRY_AT -> new Status.RetryAt(due, reason);
            case UNCONFIRMED -> new Status.Unconfirmed(reason);
            case TAKEDOWN_REQUESTED -> takedown(Stage.TAKEDOWN_REQUESTED, receipt, avro);
            case REMOVED -> takedown(Stage.REMOVED, receipt, avro);
            case TAKEDOWN_UNCONFIRMED -> takedown(Stage.TAKEDOWN_UNCONFIRMED, receipt, avro);
            case CANCELLED, EXPIRED, RECHECKED, TAKEDOWN_TASK, STOP_REQUESTED, UNKNOWN ->
                new Status.Unconfirmed(BY_A_NEWER_VERSION);
        };
    }

    private static Status takedown(Stage stage, Optional<Receipt> receipt, org.imprimatur.schemas.avro.Delivery avro) {
        return new Status.Takedown(stage, receipt, Optional.ofNullable(avro.getReason()));
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
