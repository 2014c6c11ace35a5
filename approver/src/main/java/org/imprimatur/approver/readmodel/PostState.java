package org.imprimatur.approver.readmodel;

/** Where the newest revision of a post stands, in the words of its author. */
public enum PostState {
    /** Handed in; the analyzer has not judged it yet. */
    SCREENING,
    /** Held, and nobody claimed it. */
    WAITING,
    /** Held, and a reviewer looks at it; the claim may have run out since, see {@link CaseView#claim()}. */
    CLAIMED,
    /** Enough people approved; it goes out in a moment, see {@link CaseView#releaseAt()}. */
    APPROVED,
    CHANGES_REQUESTED,
    REJECTED,
    /** Who wrote it does not want it out any more. */
    WITHDRAWN,
    /** Its time passed before it went out. */
    EXPIRED,
    /** Cleared by the policy or approved by people, and not yet with the publisher. */
    CLEARED,
    /** Waits for its time. */
    SCHEDULED,
    PUBLISHING,
    PUBLISHED,
    /** The platform refused it. */
    FAILED,
    /** The platform was called and nobody knows whether it took it; a person must look. */
    UNCONFIRMED,
    /** Stopped before it went out. */
    CANCELLED,
    /** Live, and somebody has to take it down by hand. */
    TAKEDOWN_TASK,
    REMOVED
}
