package org.imprimatur.approver.readmodel;

import java.util.List;

/**
 * One page of cases. What waits comes due soonest first, the severe before the mild; where closed cases are among them,
 * the newest comes first.
 *
 * @param rows the page
 * @param total how many cases the filter matches over all pages, counted up to {@link #COUNTED}
 */
public record QueuePage(List<QueueRow> rows, int total) {
    /** Nobody reads on so far; it is not worth counting further. */
    public static final int COUNTED = 10_000;

    public QueuePage {
        rows = List.copyOf(rows);
    }
}
