package org.imprimatur.approver.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked about publications, and what the publisher answered.
 *
 * @param request what was asked
 * @param askedAt when
 * @param taken deliveries for which it was taken up
 * @param refusal why it was not, in the publisher's words
 * @param answeredAt when
 */
public record DeliveryOrder(
        DeliveryRequest request, Instant askedAt, List<String> taken, Optional<String> refusal, Instant answeredAt) {
    public DeliveryOrder {
        taken = List.copyOf(taken);
    }

    /** Whether it was about this publication. */
    public boolean concerns(String deliveryId) {
        return taken.contains(deliveryId)
                || request.deliveryId().map(deliveryId::equals).orElse(true);
    }
}
