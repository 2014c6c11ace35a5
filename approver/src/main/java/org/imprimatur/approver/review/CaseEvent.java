package org.imprimatur.approver.review;

import java.util.List;

/** What happened to a case; the events of a post in order are its history and make its state. */
public sealed interface CaseEvent {

    /** Who, when, about what. */
    Stamp stamp();

    /** Chooses by kind. */
    <T> T fold(Fold<T> fold);

    /** One function a kind. */
    interface Fold<T> {
        T opened(Opened event);

        T claimed(Claimed event);

        T unclaimed(Unclaimed event);

        T approved(Approved event);

        T released(Released event);

        T rejected(Rejected event);

        T changesRequested(ChangesRequested event);

        T superseded(Superseded event);

        T refused(Refused event);
    }

    /** A held revision waits for people from here on. */
    record Opened(Stamp stamp, Opening opening) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.opened(this);
        }
    }

    /** The actor looks at it; others are kept out for {@link Lease#LENGTH}. */
    record Claimed(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.claimed(this);
        }
    }

    /** The actor does not look any more. */
    record Unclaimed(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.unclaimed(this);
        }
    }

    /** The actor approved exactly this content. */
    record Approved(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.approved(this);
        }
    }

    /**
     * The approval just before this event was the last that was needed.
     *
     * @param approvers everybody who approved exactly this content, distinct, in order
     */
    record Released(Stamp stamp, List<String> approvers) implements CaseEvent {
        public Released {
            approvers = List.copyOf(approvers);
        }

        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.released(this);
        }
    }

    /** The actor decided that it may not go out. */
    record Rejected(Stamp stamp, Grounds grounds) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.rejected(this);
        }
    }

    /** The actor asked the author for another revision. */
    record ChangesRequested(Stamp stamp, Grounds grounds) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.changesRequested(this);
        }
    }

    /**
     * A newer revision was handed in before a decision; approvals of this one are void.
     *
     * @param by number of the newer revision
     */
    record Superseded(Stamp stamp, int by) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.superseded(this);
        }
    }

    /** A command was not carried out. */
    record Refused(Stamp stamp, Refusal refusal) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.refused(this);
        }
    }
}
