package org.imprimatur.approver.readmodel;

import java.util.List;

/**
 * One page of posts, newest first.
 *
 * @param rows the page
 * @param total how many posts the filter matches over all pages, counted up to {@link QueuePage#COUNTED}
 */
public record PostPage(List<PostRow> rows, int total) {
    public PostPage {
        rows = List.copyOf(rows);
    }
}
