package org.imprimatur.approver.post;

/** What a rule asks for, mildest first; a note alone holds nothing, and what is blocked no person can approve. */
public enum Action {
    NOTE,
    HOLD,
    HOLD_FOR_TWO,
    BLOCK
}
