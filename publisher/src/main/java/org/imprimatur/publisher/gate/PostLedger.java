package org.imprimatur.publisher.gate;

import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Stage;

/**
 * What the gate has said so far about one post.
 *
 * @param deliveries the gate's last word on each, all of one post
 */
public record PostLedger(List<Delivery> deliveries) {
    public static final PostLedger EMPTY = new PostLedger(List.of());

    public PostLedger {
        deliveries = List.copyOf(deliveries);
        if (deliveries.stream().map(d -> d.id().postId()).distinct().count() > 1) {
            throw new IllegalArgumentException("a ledger is of one post");
        }
    }

    Optional<Delivery> of(DeliveryId id) {
        return deliveries.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** The newest revision that was not refused; 0 when there is none. */
    int newestRevision() {
        return deliveries.stream()
                .filter(d -> d.status().stage() != Stage.REJECTED)
                .mapToInt(d -> d.id().revision())
                .max()
                .orElse(0);
    }

    /** What still waits though a newer revision was released. */
    public List<Delivery> supersededBy(DeliveryId newer) {
        return deliveries.stream()
                .filter(d -> d.status().stage() == Stage.SCHEDULED)
                .filter(d -> d.id().revision() < newer.revision())
                .toList();
    }
}
