package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;

/**
 * What somebody asked about publications, and what the publisher answered.
 *
 * @param who asked
 * @param did what, after the name
 * @param where the publication that was meant; empty for all of the post
 * @param reason why
 * @param url where it was seen
 * @param proof that it is gone
 * @param refusal why it was not taken up
 * @param at when it was asked
 */
public record OrderLine(
        String who,
        String did,
        Optional<String> where,
        String reason,
        Optional<DeliveryCard.Address> url,
        Optional<DeliveryCard.Address> proof,
        Optional<String> refusal,
        Moment at) {

    public static OrderLine of(DeliveryOrder order, Instant now) {
        DeliveryRequest request = order.request();
        return new OrderLine(
                request.actor(),
                DeliveryWords.asked(request.kind()),
                request.deliveryId(),
                request.reason(),
                request.url().map(DeliveryCard.Address::of),
                request.proof().map(DeliveryCard.Address::of),
                order.refusal(),
                Moment.of(order.askedAt(), now));
    }
}
