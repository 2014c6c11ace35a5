package org.imprimatur.approver.review;

import java.util.Optional;

/** What a person asks of a case. */
public sealed interface Command {

    /** Who asks, about what. */
    Ask ask();

    /** Chooses by kind. */
    <T> T fold(Fold<T> fold);

    /** One function a kind. */
    interface Fold<T> {
        T claim(Claim command);

        T takeOver(TakeOver command);

        T extend(Extend command);

        T unclaim(Unclaim command);

        T approve(Approve command);

        T approveInBulk(ApproveInBulk command);

        T edit(Edit command);

        T reject(Reject command);

        T requestChanges(RequestChanges command);

        T comment(Comment command);

        T escalate(Escalate command);

        T withdraw(Withdraw command);

        T undo(Undo command);

        T unknown(Unknown command);
    }

    /** Keep others out while I look; again to stay longer. */
    record Claim(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.claim(this);
        }
    }

    /** Keep others out although somebody else looks at it. */
    record TakeOver(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.takeOver(this);
        }
    }

    /** I still look; written down once in {@link Lease#NOTED_EVERY} at most. */
    record Extend(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.extend(this);
        }
    }

    /** I do not look any more. */
    record Unclaim(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.unclaim(this);
        }
    }

    /** Exactly this may go out. */
    record Approve(Ask ask, Optional<String> note) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.approve(this);
        }
    }

    /** Exactly this may go out, as one of several of low risk that were approved together. */
    record ApproveInBulk(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.approveInBulk(this);
        }
    }

    /**
     * It may go out in other words, which somebody else approves.
     *
     * @param made the revision that the edit makes, the one after what was seen
     * @param note for colleagues
     */
    record Edit(Ask ask, Content made, Optional<String> note) implements Command {
        public Edit {
            if (made.revision() != ask.seen().revision() + 1) {
                throw new IllegalArgumentException("an edit makes the next revision");
            }
        }

        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.edit(this);
        }
    }

    /** It may not go out. */
    record Reject(Ask ask, Grounds grounds) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.reject(this);
        }
    }

    /** It may not go out like this; the author is asked for another revision. */
    record RequestChanges(Ask ask, Grounds grounds) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.requestChanges(this);
        }
    }

    /**
     * Something to say.
     *
     * @param toAuthor what the author reads
     * @param note what only colleagues read
     */
    record Comment(Ask ask, Optional<String> toAuthor, Optional<String> note) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.comment(this);
        }
    }

    /**
     * Somebody else must be among those who approve.
     *
     * @param to who; empty when that was not understood
     * @param note why
     */
    record Escalate(Ask ask, Optional<Addressee> to, String note) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.escalate(this);
        }
    }

    /** I wrote or edited it, and it shall not go out. */
    record Withdraw(Ask ask, Optional<String> reason) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.withdraw(this);
        }
    }

    /** I take my own last decision back. */
    record Undo(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.undo(this);
        }
    }

    /** A kind that this version does not know; it is refused, never guessed. */
    record Unknown(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.unknown(this);
        }
    }
}
