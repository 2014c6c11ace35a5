package org.imprimatur.approver.readmodel;

/** Where the review of one revision stands. */
public enum CaseState {
    OPEN,
    RELEASED,
    REJECTED,
    CHANGES_REQUESTED,
    /** A newer revision was handed in before a decision. */
    SUPERSEDED
}
