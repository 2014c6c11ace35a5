package org.imprimatur.approver.review;

/**
 * Why a command was not carried out.
 *
 * @param name for programs
 * @param sentence for people: what is in the way, and what can be done
 */
public record Refusal(Name name, String sentence) {

    /** Everything that can be in the way. */
    public enum Name {
        NOT_A_REVIEWER,
        NOT_THE_AUTHOR,
        UNKNOWN_COMMAND,
        NO_CASE,
        STALE_REVISION,
        CASE_CLOSED,
        AWAITING_RELEASE,
        CASE_EXPIRED,
        OWN_WORK,
        CLAIMED_BY_ANOTHER,
        NOT_CLAIMED_BY_YOU,
        BLOCKED_BY_POLICY,
        ALREADY_APPROVED,
        NOT_LOW_RISK,
        DRAWN_FOR_SECOND_LOOK,
        NOTHING_CHANGED,
        REASON_MISSING,
        POLICY_MISSING,
        UNFIT_ADDRESSEE,
        NOTE_ON_OWN_WORK,
        NOTHING_TO_UNDO,
        UNDO_TOO_LATE
    }
}
