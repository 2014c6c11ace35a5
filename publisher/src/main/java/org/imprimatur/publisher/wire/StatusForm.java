package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.Evidence;

/** A status among the fields of a record. */
final class StatusForm {
    private static final String BY_A_NEWER_VERSION =
            "a newer version of the publisher wrote a state unknown to this one";
    private static final String NOT_SAID = "not said";

    private StatusForm() {}

    static Status read(Delivery avro) {
        String reason = Optional.ofNullable(avro.getReason()).orElse("no reason was given");
        Instant due = Optional.ofNullable(avro.getDueAt()).orElse(avro.getAt());
        return switch (avro.getState()) {
            case SCHEDULED -> new Status.Scheduled(due, reason);
            case PREPARED -> new Status.Prepared();
            case ARMED -> new Status.Armed(Optional.ofNullable(avro.getDueAt()), Optional.ofNullable(avro.getReason()));
            case PUBLISHED -> new Status.Published(receipt(avro), Optional.ofNullable(avro.getLiveHash()));
            case REJECTED -> new Status.Rejected(reason);
            case RETRY_AT -> new Status.RetryAt(due, reason);
            case UNCONFIRMED -> new Status.Unconfirmed(reason);
            case CANCELLED -> stopped(Stage.CANCELLED, reason, avro);
            case EXPIRED -> stopped(Stage.EXPIRED, reason, avro);
            case RECHECKED -> stopped(Stage.RECHECKED, reason, avro);
            case STOP_REQUESTED -> stopped(Stage.STOP_REQUESTED, reason, avro);
            case TAKEDOWN_REQUESTED -> takedown(Stage.TAKEDOWN_REQUESTED, avro);
            case REMOVED -> takedown(Stage.REMOVED, avro);
            case TAKEDOWN_UNCONFIRMED -> takedown(Stage.TAKEDOWN_UNCONFIRMED, avro);
            case TAKEDOWN_TASK -> takedown(Stage.TAKEDOWN_TASK, avro);
            case UNKNOWN -> new Status.Unconfirmed(BY_A_NEWER_VERSION);
        };
    }

    /** Writes what is not in every status. */
    static void write(Status status, Delivery.Builder avro) {
        if (status instanceof Status.Published published) {
            avro.setLiveHash(published.liveHash().orElse(null));
        }
        if (status instanceof Status.Takedown takedown) {
            avro.setAsked(takedown.order().reason())
                    .setReason(takedown.problem().orElse(null))
                    .setPriority(takedown.order().priority())
                    .setEvidence(takedown.evidence().map(StatusForm::evidence).orElse(null))
                    .setProof(takedown.proof().orElse(null));
        }
    }

    private static Status stopped(Stage stage, String reason, Delivery avro) {
        return new Status.Stopped(
                stage, reason, Optional.ofNullable(avro.getActor()).orElse(Status.Stopped.GATE));
    }

    private static Status takedown(Stage stage, Delivery avro) {
        Order order = new Order(
                Order.Kind.TAKE_DOWN,
                Optional.ofNullable(avro.getActor()).orElse(NOT_SAID),
                Optional.ofNullable(avro.getAsked()).orElse(NOT_SAID),
                avro.getPriority());
        return new Status.Takedown(
                stage,
                receipt(avro),
                order,
                Optional.ofNullable(avro.getReason()),
                Optional.ofNullable(avro.getDueAt()),
                Optional.ofNullable(avro.getEvidence()).map(StatusForm::live),
                Optional.ofNullable(avro.getProof()));
    }

    private static Receipt receipt(Delivery avro) {
        return new Receipt(
                Optional.ofNullable(avro.getRemoteId()).orElse(avro.getIdempotencyKey()),
                Optional.ofNullable(avro.getUrl()));
    }

    private static Evidence evidence(Live live) {
        return Evidence.newBuilder()
                .setText(live.text())
                .setMedia(live.media())
                .setUrl(live.url().orElse(null))
                .setReadAt(live.readAt())
                .build();
    }

    private static Live live(Evidence avro) {
        return new Live(avro.getText(), avro.getMedia(), Optional.ofNullable(avro.getUrl()), avro.getReadAt());
    }
}
