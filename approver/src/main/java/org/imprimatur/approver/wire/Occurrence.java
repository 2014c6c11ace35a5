package org.imprimatur.approver.wire;

import java.util.Optional;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.wire.Wire;

/**
 * Something of which people may want to hear outside the console; only ids.
 *
 * @param id the same whenever the same record is read
 * @param kind what happened
 * @param postId to which post
 */
public record Occurrence(String id, Kind kind, String postId) {

    /** What happened. */
    public enum Kind {
        HELD,
        /** It waits no longer for a reviewer. */
        SETTLED,
        CHANGES_REQUESTED,
        REJECTED,
        UNCONFIRMED
    }

    /** What a record of {@code reviews.events} or {@code posts.deliveries} tells; empty for what nobody waits for. */
    public static Optional<Occurrence> of(Wire wire, String topic, byte[] value) {
        if (topic.equals(Topics.REVIEW_EVENTS.name())) {
            return of(wire.serde(Topics.REVIEW_EVENTS).deserializer().deserialize(topic, value));
        }
        Delivery delivery = wire.serde(Topics.DELIVERIES).deserializer().deserialize(topic, value);
        return delivery.getState() == DeliveryState.UNCONFIRMED
                        || delivery.getState() == DeliveryState.TAKEDOWN_UNCONFIRMED
                ? Optional.of(new Occurrence(
                        delivery.getDeliveryId() + "-" + delivery.getState(), Kind.UNCONFIRMED, delivery.getPostId()))
                : Optional.empty();
    }

    private static Optional<Occurrence> of(ReviewEvent event) {
        Optional<Kind> kind = switch (event.getKind()) {
            case OPENED, REOPENED -> Optional.of(Kind.HELD);
            case CHANGES_REQUESTED -> Optional.of(Kind.CHANGES_REQUESTED);
            case REJECTED -> Optional.of(Kind.REJECTED);
            case RELEASED, SUPERSEDED, WITHDRAWN, EXPIRED -> Optional.of(Kind.SETTLED);
            default -> Optional.empty();
        };
        return kind.map(each -> new Occurrence(event.getHash(), each, event.getPostId()));
    }
}
