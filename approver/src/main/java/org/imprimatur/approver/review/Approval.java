package org.imprimatur.approver.review;

import java.time.Instant;

/**
 * One approval of the content under review.
 *
 * @param by id of the person
 * @param sequence of its event
 * @param undoUntil the first moment at which it can't be taken back any more
 * @param answersEscalation whether the case was escalated to this person, or to a role of theirs, when they approved
 */
public record Approval(String by, long sequence, Instant undoUntil, boolean answersEscalation) {

    Approval beforeEscalation() {
        return new Approval(by, sequence, undoUntil, false);
    }
}
