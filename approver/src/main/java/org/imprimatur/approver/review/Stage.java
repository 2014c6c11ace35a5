package org.imprimatur.approver.review;

import java.util.List;
import java.util.Optional;

/** Where the review of a post stands. */
public sealed interface Stage {

    /** Nothing of the post was ever held. */
    record NotHeld() implements Stage {}

    /**
     * A revision waits for people.
     *
     * @param opening what is under review
     * @param lease the newest claim, which may have run out
     * @param approvers who approved so far, distinct, in order
     */
    record Open(Opening opening, Optional<Lease> lease, List<String> approvers) implements Stage {
        public Open {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * The newest held revision is decided.
     *
     * @param opening what was under review
     * @param outcome how it ended
     */
    record Closed(Opening opening, Outcome outcome) implements Stage {}

    /** How a case ended. */
    enum Outcome {
        RELEASED,
        REJECTED,
        CHANGES_REQUESTED,
        SUPERSEDED
    }
}
