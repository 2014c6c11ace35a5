package org.imprimatur.publisher.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Stage;

/**
 * What the gate knows so far about one post.
 *
 * @param deliveries where each stands, all of one post
 * @param newestDraft the newest revision that was handed in; 0 when none was seen
 */
public record PostLedger(List<Delivery> deliveries, int newestDraft) {
    public static final PostLedger EMPTY = new PostLedger(List.of(), 0);

    public PostLedger {
        deliveries = List.copyOf(deliveries);
        if (deliveries.stream().map(d -> d.id().postId()).distinct().count() > 1) {
            throw new IllegalArgumentException("a ledger is of one post");
        }
    }

    Optional<Delivery> of(DeliveryId id) {
        return deliveries.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** The newest revision that was handed in, or released and not refused; 0 when there is none. */
    int newestRevision() {
        IntStream released = deliveries.stream()
                .filter(d -> d.status().stage() != Stage.REJECTED)
                .mapToInt(d -> d.id().revision());
        return IntStream.concat(released, IntStream.of(newestDraft)).max().orElse(0);
    }

    /** What may still go out though a newer revision has come. */
    public List<Delivery> supersededBy(int revision) {
        return deliveries.stream()
                .filter(d -> d.id().revision() < revision)
                .filter(d -> Stops.canStop(d.status().stage()))
                .toList();
    }
}
