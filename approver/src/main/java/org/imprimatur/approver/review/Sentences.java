package org.imprimatur.approver.review;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.imprimatur.approver.review.Refusal.Name;
import org.imprimatur.approver.review.Stage.Approved;
import org.imprimatur.approver.review.Stage.Closed;

/** How refusals are said: what is in the way, and what can be done. */
final class Sentences {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Sentences() {}

    static Refusal notAReviewer() {
        return new Refusal(
                Name.NOT_A_REVIEWER,
                "Only people with the role reviewer decide here. An administrator can give you that role.");
    }

    static Refusal unknownCommand() {
        return new Refusal(
                Name.UNKNOWN_COMMAND, "This version does not know that command. Reload the page and try again.");
    }

    static Refusal ownWork() {
        return new Refusal(Name.OWN_WORK, "You wrote or edited this post, so somebody else has to decide on it.");
    }

    static Refusal claimedByAnother(Lease lease) {
        return new Refusal(
                Name.CLAIMED_BY_ANOTHER,
                lease.by() + " is looking at this until " + CLOCK.format(lease.until())
                        + ". Take the next one, take it over, or come back then.");
    }

    static Refusal notClaimedByYou() {
        return new Refusal(Name.NOT_CLAIMED_BY_YOU, "You have not claimed this, so there is nothing to give back.");
    }

    static Refusal blocked() {
        return new Refusal(
                Name.BLOCKED_BY_POLICY,
                "A rule of the policy blocks this, so nobody can approve it. Edit it, request changes or reject it.");
    }

    static Refusal alreadyApproved(Open open) {
        int more = Math.max(1, open.needed() - open.approvals().size());
        String who = open.escalation().map(to -> "from " + to.words()).orElse("from somebody else");
        return new Refusal(
                Name.ALREADY_APPROVED, "You have approved this already. It needs " + more + " more, " + who + ".");
    }

    static Refusal notTheAuthor() {
        return new Refusal(
                Name.NOT_THE_AUTHOR, "Only who wrote or edited this can withdraw it. Reject it or request changes.");
    }

    static Refusal expired() {
        return new Refusal(
                Name.CASE_EXPIRED, "The time of this post has passed. Its author can hand in a new revision.");
    }

    static Refusal notLowRisk() {
        return new Refusal(
                Name.NOT_LOW_RISK,
                "Only what is of low risk and needs one approval can be approved together. Open it and decide alone.");
    }

    static Refusal drawn() {
        return new Refusal(
                Name.DRAWN_FOR_SECOND_LOOK,
                "This one was drawn for a second look by two people. Open it and decide on it alone.");
    }

    static Refusal nothingChanged() {
        return new Refusal(
                Name.NOTHING_CHANGED, "The wording is the same as before. Change it, or approve it as it is.");
    }

    static Refusal reasonMissing() {
        return new Refusal(Name.REASON_MISSING, "Say why: the author reads it, and the history keeps it.");
    }

    static Refusal policyMissing() {
        return new Refusal(Name.POLICY_MISSING, "Choose the rule or policy that your reason rests on.");
    }

    static Refusal escalationReasonMissing() {
        return new Refusal(Name.REASON_MISSING, "Say why: who is asked to look reads it, and the history keeps it.");
    }

    static Refusal nobodyToEscalateTo() {
        return new Refusal(
                Name.UNFIT_ADDRESSEE, "Escalate to one person, to the role reviewer or to the role administrator.");
    }

    static Refusal unfitAddressee(String person) {
        return new Refusal(
                Name.UNFIT_ADDRESSEE,
                person + " can't be the one more to approve this: it is you, wrote it, or approved it already. Choose"
                        + " somebody else.");
    }

    static Refusal nothingSaid() {
        return new Refusal(Name.REASON_MISSING, "Write a comment first.");
    }

    static Refusal noteOnOwnWork() {
        return new Refusal(
                Name.NOTE_ON_OWN_WORK,
                "Internal notes are not for who wrote the post. Write a comment that everybody reads.");
    }

    static Refusal nothingToUndo() {
        return new Refusal(Name.NOTHING_TO_UNDO, "There is no decision of yours here that could be taken back.");
    }

    static Refusal newerRevision() {
        return new Refusal(
                Name.NOTHING_TO_UNDO, "A newer revision is there by now. Decide on that when it was screened.");
    }

    static Refusal undoTooLate() {
        return new Refusal(
                Name.UNDO_TOO_LATE,
                "It is too late to take this back. Ask the author for a new revision, or an administrator to freeze the"
                        + " account.");
    }

    static Refusal stale(Content seen, Content current) {
        return new Refusal(
                Name.STALE_REVISION,
                seen.revision() == current.revision()
                        ? "What you saw is not what revision " + current.revision()
                                + " says. Open it again and decide on what it says."
                        : "You saw revision " + seen.revision() + ", and revision " + current.revision()
                                + " is the one under review. Open it and decide on that.");
    }

    static Refusal notOpen(Stage stage, Content seen) {
        if (stage.reviewed().isEmpty()) {
            return new Refusal(Name.NO_CASE, "Nothing of this post waits for a decision.");
        }
        Content decided = stage.reviewed().get().content();
        if (seen.revision() > decided.revision()) {
            return new Refusal(
                    Name.NO_CASE,
                    "Revision " + seen.revision() + " does not wait for a decision. It may still be screened.");
        }
        if (!decided.equals(seen)) {
            return stale(seen, decided);
        }
        if (stage instanceof Approved approved) {
            return new Refusal(
                    Name.AWAITING_RELEASE,
                    "Revision " + decided.revision() + " is approved and goes out at "
                            + SECONDS.format(approved.releaseAt())
                            + ". Until then who approved it can take that back, and its author can withdraw it.");
        }
        return stage instanceof Closed closed
                ? new Refusal(Name.CASE_CLOSED, "Revision " + decided.revision() + " " + ending(closed.outcome()))
                : new Refusal(Name.NO_CASE, "Nothing of this post waits for a decision.");
    }

    private static String ending(Stage.Outcome outcome) {
        return switch (outcome) {
            case RELEASED -> "was approved and released already.";
            case REJECTED -> "was rejected already. The author can hand in another revision.";
            case CHANGES_REQUESTED -> "went back to its author for changes. Wait for the next revision.";
            case SUPERSEDED -> "was replaced by a newer one. Wait until that is screened.";
            case EDITED -> "was edited by a reviewer. Wait until the new revision is screened.";
            case WITHDRAWN -> "was withdrawn by its author. Nothing is left to decide.";
            case EXPIRED -> "expired: its time passed. The author can hand in another revision.";
        };
    }
}
