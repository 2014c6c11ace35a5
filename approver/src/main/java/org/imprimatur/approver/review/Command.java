package org.imprimatur.approver.review;

/** What a person asks of a case. */
public sealed interface Command {

    /** Who asks, about what. */
    Ask ask();

    /** Chooses by kind. */
    <T> T fold(Fold<T> fold);

    /** One function a kind. */
    interface Fold<T> {
        T claim(Claim command);

        T unclaim(Unclaim command);

        T approve(Approve command);

        T reject(Reject command);

        T requestChanges(RequestChanges command);

        T unknown(Unknown command);
    }

    /** Keep others out while I look; again to stay longer. */
    record Claim(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.claim(this);
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
    record Approve(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.approve(this);
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

    /** A kind that this version does not know; it is refused, never guessed. */
    record Unknown(Ask ask) implements Command {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.unknown(this);
        }
    }
}
