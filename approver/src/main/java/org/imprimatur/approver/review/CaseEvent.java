package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a case; the events of a post in order are its history and make its state. */
public sealed interface CaseEvent {

    /** Who, when, about what. */
    Stamp stamp();

    /** Chooses by kind. */
    <T> T fold(Fold<T> fold);

    /** One function a kind. */
    interface Fold<T> {
        T opened(Opened event);

        T reopened(Reopened event);

        T claimed(Claimed event);

        T takenOver(TakenOver event);

        T extended(Extended event);

        T unclaimed(Unclaimed event);

        T approved(Approved event);

        T released(Released event);

        T rejected(Rejected event);

        T changesRequested(ChangesRequested event);

        T edited(Edited event);

        T commented(Commented event);

        T escalated(Escalated event);

        T withdrawn(Withdrawn event);

        T undone(Undone event);

        T expired(Expired event);

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

    /** The same content was held again under another policy; earlier approvals and decisions are void. */
    record Reopened(Stamp stamp, Opening opening) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.reopened(this);
        }
    }

    /** The actor looks at it; others are kept out for {@link Lease#LENGTH}. */
    record Claimed(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.claimed(this);
        }
    }

    /**
     * The actor looks at it although somebody else held a claim.
     *
     * @param from whose claim it was
     */
    record TakenOver(Stamp stamp, String from) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.takenOver(this);
        }
    }

    /** The holder of the claim is still looking. */
    record Extended(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.extended(this);
        }
    }

    /** The actor does not look any more. */
    record Unclaimed(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.unclaimed(this);
        }
    }

    /**
     * The actor approved exactly this content.
     *
     * @param note for colleagues
     * @param undoUntil the first moment at which it can't be taken back any more
     * @param inBulk whether it was given together with others
     * @param enough whether it was the last that was needed
     */
    record Approved(Stamp stamp, Optional<String> note, Instant undoUntil, boolean inBulk, boolean enough)
            implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.approved(this);
        }
    }

    /**
     * Enough people approved and nobody thought again in time: it goes out.
     *
     * @param approvers everybody who approved exactly this content, distinct, in order
     * @param completedBy sequence of the approval that was enough
     */
    record Released(Stamp stamp, List<String> approvers, long completedBy) implements CaseEvent {
        public Released {
            approvers = List.copyOf(approvers);
        }

        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.released(this);
        }
    }

    /** The actor decided that it may not go out. */
    record Rejected(Stamp stamp, Grounds grounds, Instant undoUntil) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.rejected(this);
        }
    }

    /** The actor asked the author for another revision. */
    record ChangesRequested(Stamp stamp, Grounds grounds, Instant undoUntil) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.changesRequested(this);
        }
    }

    /**
     * The actor made the next revision; approvals of this one are void.
     *
     * @param note for colleagues
     * @param made the new revision, which is screened like any other
     */
    record Edited(Stamp stamp, Optional<String> note, Content made) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.edited(this);
        }
    }

    /**
     * The actor said something and decided nothing.
     *
     * @param toAuthor what the author reads; empty for nothing
     * @param note what only colleagues read; empty for nothing
     */
    record Commented(Stamp stamp, Optional<String> toAuthor, Optional<String> note) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.commented(this);
        }
    }

    /** The actor wants somebody else among those who approve. */
    record Escalated(Stamp stamp, Addressee to, String note) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.escalated(this);
        }
    }

    /** Who wrote or edited it does not want it out any more. */
    record Withdrawn(Stamp stamp, Optional<String> reason) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.withdrawn(this);
        }
    }

    /**
     * The actor took a decision back.
     *
     * @param decision sequence of the event that it takes back
     * @param enough whether those who still approve are enough
     */
    record Undone(Stamp stamp, long decision, boolean enough) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.undone(this);
        }
    }

    /** Its time passed before it could go out. */
    record Expired(Stamp stamp) implements CaseEvent {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.expired(this);
        }
    }

    /**
     * A newer revision was handed in before it went out; approvals of this one are void.
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
