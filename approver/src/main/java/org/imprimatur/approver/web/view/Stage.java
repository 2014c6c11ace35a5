package org.imprimatur.approver.web.view;

import org.imprimatur.approver.readmodel.PostState;

/**
 * Where a post stands, for a reader.
 *
 * @param word such as “Waiting for review”
 * @param meaning what happens next, or what to do
 * @param tone which of the four looks it has
 */
public record Stage(String word, String meaning, Tone tone) {

    /** Looks, each with its own shape. */
    public enum Tone {
        MOVING,
        WAITING,
        ACT,
        DONE;

        /** As a class name of the style sheet. */
        public String css() {
            return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether a post that stands there waits for a decision. */
    static boolean open(String word) {
        return word.equals(of(PostState.WAITING).word())
                || word.equals(of(PostState.CLAIMED).word());
    }

    /** In the words of the author's list. */
    public static Stage of(PostState state) {
        return switch (state) {
            case SCREENING -> new Stage("Screening", "Being checked; this takes a moment.", Tone.MOVING);
            case WAITING -> new Stage("Waiting for review", "A reviewer will decide.", Tone.WAITING);
            case CLAIMED -> new Stage("In review", "A reviewer is looking at it.", Tone.WAITING);
            case CHANGES_REQUESTED -> new Stage("Changes requested", "Edit it and hand in a new revision.", Tone.ACT);
            case REJECTED -> new Stage("Rejected", "It will not go out.", Tone.ACT);
            case APPROVED ->
                new Stage("Approved", "It goes out in a moment, unless a reviewer thinks again.", Tone.MOVING);
            case WITHDRAWN -> new Stage("Withdrawn", "It will not go out.", Tone.DONE);
            case EXPIRED ->
                new Stage(
                        "Expired",
                        "Its time passed before it could go out. Hand in a new revision with a later time.",
                        Tone.ACT);
            case CANCELLED -> new Stage("Stopped", "It was stopped before it went out.", Tone.ACT);
            case TAKEDOWN_TASK ->
                new Stage("To be taken down", "It is live; somebody takes it down by hand.", Tone.ACT);
            case CLEARED -> new Stage("Cleared", "On its way to the platform.", Tone.MOVING);
            case SCHEDULED -> new Stage("Scheduled", "Goes out at its time.", Tone.MOVING);
            case PUBLISHING -> new Stage("Publishing", "Being sent to the platform.", Tone.MOVING);
            case PUBLISHED -> new Stage("Published", "It is live.", Tone.DONE);
            case FAILED -> new Stage("Refused by the platform", "It is not live.", Tone.ACT);
            case UNCONFIRMED ->
                new Stage(
                        "Unconfirmed", "The platform did not answer; somebody must look whether it is live.", Tone.ACT);
            case REMOVED -> new Stage("Removed", "It was taken down.", Tone.DONE);
        };
    }
}
