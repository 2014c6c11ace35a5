package org.imprimatur.approver.readmodel;

/** Where the newest revision of a post stands, in the words of its author. */
public enum PostState {
    /** Handed in; the analyzer has not judged it yet. */
    SCREENING,
    /** Held, and nobody claimed it. */
    WAITING,
    /** Held, and a reviewer looks at it; the claim may have run out since, see {@link CaseView#claim()}. */
    CLAIMED,
    CHANGES_REQUESTED,
    REJECTED,
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
    REMOVED
}
