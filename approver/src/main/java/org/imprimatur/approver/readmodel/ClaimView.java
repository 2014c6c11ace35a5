package org.imprimatur.approver.readmodel;

import java.time.Instant;

/**
 * Who looks at a case, and until when nobody else may decide it.
 *
 * @param by id of the reviewer
 * @param until when the claim runs out
 */
public record ClaimView(String by, Instant until) {

    /** Whether the claim still keeps others out. */
    public boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }
}
