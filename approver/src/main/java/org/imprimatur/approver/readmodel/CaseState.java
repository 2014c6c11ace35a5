package org.imprimatur.approver.readmodel;

/** Where the review of one revision stands. */
public enum CaseState {
    OPEN,
    /** Enough people approved; it goes out when none of them can take it back any more. */
    APPROVED,
    RELEASED,
    REJECTED,
    CHANGES_REQUESTED,
    /** A newer revision was handed in before it went out. */
    SUPERSEDED,
    /** A reviewer made the next revision from it. */
    EDITED,
    /** Who wrote it does not want it out any more. */
    WITHDRAWN,
    /** Its time passed before it could go out. */
    EXPIRED;

    /** Whether somebody may still change what becomes of it. */
    public boolean waits() {
        return this == OPEN || this == APPROVED;
    }
}
