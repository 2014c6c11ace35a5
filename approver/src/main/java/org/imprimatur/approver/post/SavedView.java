package org.imprimatur.approver.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A view of the queue that somebody keeps.
 *
 * @param name as its owner calls it
 * @param query of the queue's address, with the question mark; empty for everything
 * @param savedAt when
 */
public record SavedView(String name, String query, Instant savedAt) {
    public SavedView {
        savedAt = savedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A name and the words that were looked for may be anybody's. */
    @Override
    public String toString() {
        return "SavedView[query of " + query.length() + " chars]";
    }
}
