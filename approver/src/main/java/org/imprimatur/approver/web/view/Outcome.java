package org.imprimatur.approver.web.view;

import org.imprimatur.approver.readmodel.HistoryRow;

/** Says what an accepted command did, to the person who gave it. */
public final class Outcome {
    private Outcome() {}

    /** The next case is offered after what ends this one for the reader. */
    public static Notice of(HistoryRow event) {
        return switch (event.kind()) {
            case "CLAIMED" -> done("It is yours for 15 minutes. Others see that you are looking at it.", false);
            case "UNCLAIMED" -> done("You gave it back to the queue.", true);
            case "APPROVED" -> done("Approved. It goes out when enough people have approved it.", true);
            case "REJECTED" -> done("Rejected. The author sees your reason.", true);
            case "CHANGES_REQUESTED" -> done("Sent back. The author sees what to change.", true);
            case "TAKEN_OVER" -> done("It is yours now. The history says whose it was.", false);
            case "EDITED" ->
                done(
                        "Your wording is the next revision. It is screened, and if it is held somebody else decides.",
                        true);
            case "COMMENTED" -> done("Your comment is in the history.", false);
            case "ESCALATED" -> done("Somebody else is asked to look. The history keeps why.", true);
            case "UNDONE" -> done("You took your decision back.", false);
            default -> done("Done.", true);
        };
    }

    private static Notice done(String sentence, boolean next) {
        return new Notice(Notice.Kind.DONE, sentence, next);
    }
}
