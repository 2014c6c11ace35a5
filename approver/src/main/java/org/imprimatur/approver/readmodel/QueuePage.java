package org.imprimatur.approver.readmodel;

import java.util.List;

/**
 * One page of the queue, due soonest first, the severe before the mild.
 *
 * @param rows the page
 * @param total how many cases the filter matches over all pages
 */
public record QueuePage(List<QueueRow> rows, int total) {
    public QueuePage {
        rows = List.copyOf(rows);
    }
}
