package org.imprimatur.approver.readmodel;

import org.imprimatur.approver.post.Delivery;

/**
 * A publication in a list.
 *
 * @param delivery the newest step of it
 * @param preview how its text begins; empty while the draft is not known here
 * @param author who wrote it
 */
public record DeliveryRow(Delivery delivery, String preview, String author) {
    @Override
    public String toString() {
        return "DeliveryRow[" + delivery.deliveryId() + "]";
    }
}
