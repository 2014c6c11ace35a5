package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the review of a post stands. */
public sealed interface Stage permits Stage.NotHeld, Open, Stage.Approved, Stage.Closed {

    /** What is or was under review; empty while nothing ever was. */
    Optional<Opening> reviewed();

    /** When it has to be looked at again without being asked; empty for never. */
    Optional<Instant> wakeAt();

    /** Whether a later verdict under another policy puts it before people again. */
    boolean reopens();

    /** Nothing of the post was ever held. */
    record NotHeld() implements Stage {
        @Override
        public Optional<Opening> reviewed() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.empty();
        }

        @Override
        public boolean reopens() {
            return false;
        }
    }

    /**
     * Enough people approved; it goes out unless one of them thinks again in time.
     *
     * @param open the case with all approvals
     * @param completedBy sequence of the approval that was enough
     * @param releaseAt when it goes out
     */
    record Approved(Open open, long completedBy, Instant releaseAt) implements Stage {
        @Override
        public Optional<Opening> reviewed() {
            return Optional.of(open.opening());
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Stream.concat(Stream.of(releaseAt), open.wakeAt().stream()).min(Instant::compareTo);
        }

        @Override
        public boolean reopens() {
            return true;
        }
    }

    /**
     * The newest held revision is decided.
     *
     * @param before how it stood when it was decided, without a claim
     * @param outcome how it ended
     * @param decided what can be taken back; empty for what nobody decided or nobody can undo
     */
    record Closed(Open before, Outcome outcome, Optional<Decided> decided) implements Stage {
        @Override
        public Optional<Opening> reviewed() {
            return Optional.of(before.opening());
        }

        @Override
        public Optional<Instant> wakeAt() {
            return decided.map(Decided::undoUntil);
        }

        @Override
        public boolean reopens() {
            return outcome == Outcome.RELEASED;
        }

        /** Whether the decision can still be taken back. */
        public boolean undoable(Instant now) {
            return decided.filter(each -> now.isBefore(each.undoUntil())).isPresent();
        }
    }

    /**
     * A decision against a revision.
     *
     * @param by id of the person
     * @param sequence of its event
     * @param undoUntil the first moment at which it can't be taken back any more
     */
    record Decided(String by, long sequence, Instant undoUntil) {}

    /** How a case ended. */
    enum Outcome {
        RELEASED,
        REJECTED,
        CHANGES_REQUESTED,
        SUPERSEDED,
        EDITED,
        WITHDRAWN,
        EXPIRED
    }
}
