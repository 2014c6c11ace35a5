package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.Optional;

/** Stamps of events that no person asked for. */
final class Stamps {

    private Stamps() {}

    /** The stamp of the event that many steps after the newest. */
    static Stamp unasked(Case state, int steps, Content content, Instant now) {
        return new Stamp(state.postId(), content, state.sequence() + steps, Optional.empty(), Optional.empty(), now);
    }

    static CaseEvent.Released release(Stage.Approved approved, Stamp stamp) {
        return new CaseEvent.Released(stamp, approved.open().approvers(), approved.completedBy());
    }
}
