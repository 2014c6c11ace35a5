package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * One approval that still counts.
 *
 * @param by id of the person
 * @param at when it was given
 * @param note what they wrote for colleagues; whoever still has to decide should see it only after they did
 * @param undoUntil the first moment at which they can't take it back any more
 * @param inBulk whether it was given together with others
 */
public record ApprovalView(String by, Instant at, Optional<String> note, Instant undoUntil, boolean inBulk) {

    ApprovalView withoutNote() {
        return new ApprovalView(by, at, Optional.empty(), undoUntil, inBulk);
    }

    @Override
    public String toString() {
        return "ApprovalView[by=" + by + ", at=" + at + "]";
    }
}
