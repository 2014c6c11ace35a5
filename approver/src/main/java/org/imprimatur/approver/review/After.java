package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.review.Stage.Approved;
import org.imprimatur.approver.review.Stage.Closed;
import org.imprimatur.approver.review.Stage.Decided;
import org.imprimatur.approver.review.Stage.Outcome;

/** The stage after an event; what is said and what is refused changes nothing. */
record After(Stage before) implements CaseEvent.Fold<Stage> {

    @Override
    public Stage opened(CaseEvent.Opened event) {
        return Open.of(event.opening());
    }

    @Override
    public Stage reopened(CaseEvent.Reopened event) {
        return Open.of(event.opening());
    }

    @Override
    public Stage claimed(CaseEvent.Claimed event) {
        return open().claimed(lease(event.stamp()));
    }

    @Override
    public Stage takenOver(CaseEvent.TakenOver event) {
        return open().claimed(lease(event.stamp()));
    }

    @Override
    public Stage extended(CaseEvent.Extended event) {
        return before;
    }

    @Override
    public Stage unclaimed(CaseEvent.Unclaimed event) {
        return open().unclaimed();
    }

    @Override
    public Stage approved(CaseEvent.Approved event) {
        Stamp stamp = event.stamp();
        Open open = open();
        Open more = stamp.actor()
                .map(by -> open.with(open.approval(stamp, by, event.undoUntil())))
                .orElse(open);
        return event.enough() ? new Approved(more, stamp.sequence(), event.undoUntil()) : more;
    }

    @Override
    public Stage released(CaseEvent.Released event) {
        return closed(Outcome.RELEASED);
    }

    @Override
    public Stage rejected(CaseEvent.Rejected event) {
        return against(Outcome.REJECTED, event.stamp(), event.undoUntil());
    }

    @Override
    public Stage changesRequested(CaseEvent.ChangesRequested event) {
        return against(Outcome.CHANGES_REQUESTED, event.stamp(), event.undoUntil());
    }

    @Override
    public Stage edited(CaseEvent.Edited event) {
        return closed(Outcome.EDITED);
    }

    @Override
    public Stage commented(CaseEvent.Commented event) {
        return before;
    }

    @Override
    public Stage escalated(CaseEvent.Escalated event) {
        return open().escalated(event.to());
    }

    @Override
    public Stage withdrawn(CaseEvent.Withdrawn event) {
        return closed(Outcome.WITHDRAWN);
    }

    /** An approval goes, and what is still enough without it goes out; a decision against is as if it had not been. */
    @Override
    public Stage undone(CaseEvent.Undone event) {
        Open left = open().without(event.decision());
        return before instanceof Approved approved && event.enough()
                ? new Approved(left, approved.completedBy(), approved.releaseAt())
                : left;
    }

    @Override
    public Stage expired(CaseEvent.Expired event) {
        return closed(Outcome.EXPIRED);
    }

    @Override
    public Stage superseded(CaseEvent.Superseded event) {
        return closed(Outcome.SUPERSEDED);
    }

    @Override
    public Stage refused(CaseEvent.Refused event) {
        return before;
    }

    private Open open() {
        if (before instanceof Open open) {
            return open;
        }
        if (before instanceof Approved approved) {
            return approved.open();
        }
        if (before instanceof Closed closed) {
            return closed.before();
        }
        throw new IllegalStateException("only what was opened can change");
    }

    private Stage closed(Outcome outcome) {
        return new Closed(open().unclaimed(), outcome, Optional.empty());
    }

    private Stage against(Outcome outcome, Stamp stamp, Instant undoUntil) {
        Optional<Decided> decided = stamp.actor().map(by -> new Decided(by.id(), stamp.sequence(), undoUntil));
        return new Closed(open().unclaimed(), outcome, decided);
    }

    private static Optional<Lease> lease(Stamp stamp) {
        return stamp.actor().map(person -> Lease.from(person.id(), stamp.at()));
    }
}
