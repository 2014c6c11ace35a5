package org.imprimatur.approver.review;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.imprimatur.approver.review.Refusal.Name;
import org.imprimatur.approver.review.Stage.Closed;

/** How refusals are said: what is in the way, and what can be done. */
final class Sentences {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

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
                        + ". Take the next one, or come back then.");
    }

    static Refusal notClaimedByYou() {
        return new Refusal(Name.NOT_CLAIMED_BY_YOU, "You have not claimed this, so there is nothing to give back.");
    }

    static Refusal blocked() {
        return new Refusal(
                Name.BLOCKED_BY_POLICY,
                "A rule of the policy blocks this, so nobody can approve it. Request changes or reject it.");
    }

    static Refusal alreadyApproved(int more) {
        return new Refusal(
                Name.ALREADY_APPROVED,
                "You have approved this already. It needs " + more + " more, from somebody else.");
    }

    static Refusal reasonMissing() {
        return new Refusal(Name.REASON_MISSING, "Say why: the author reads it, and the history keeps it.");
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
        if (!(stage instanceof Closed closed)) {
            return new Refusal(Name.NO_CASE, "Nothing of this post waits for a decision.");
        }
        Content decided = closed.opening().content();
        if (seen.revision() > decided.revision()) {
            return new Refusal(
                    Name.NO_CASE,
                    "Revision " + seen.revision() + " does not wait for a decision. It may still be screened.");
        }
        if (!decided.equals(seen)) {
            return stale(seen, decided);
        }
        return new Refusal(Name.CASE_CLOSED, "Revision " + decided.revision() + " " + ending(closed.outcome()));
    }

    private static String ending(Stage.Outcome outcome) {
        return switch (outcome) {
            case RELEASED -> "was approved and released already.";
            case REJECTED -> "was rejected already. The author can hand in another revision.";
            case CHANGES_REQUESTED -> "went back to its author for changes. Wait for the next revision.";
            case SUPERSEDED -> "was replaced by a newer one. Wait until that is screened.";
        };
    }
}
