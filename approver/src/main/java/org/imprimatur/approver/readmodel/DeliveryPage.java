package org.imprimatur.approver.readmodel;

import java.util.List;

/**
 * One page of publications.
 *
 * @param rows the page
 * @param total how many the filter matches over all pages, counted up to {@link QueuePage#COUNTED}
 */
public record DeliveryPage(List<DeliveryRow> rows, int total) {
    public DeliveryPage {
        rows = List.copyOf(rows);
    }
}
