package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.review.Stage.Approved;
import org.imprimatur.approver.review.Stage.Closed;

/** Whether a person can take back what they decided last: their own, in time, and only while nothing went on from it. */
record Undo(Review review, Ask ask, Instant now) {

    private record Mine(long sequence, Instant until) {}

    /** What it leads to when nothing is in the way. */
    CaseEvent.Undone event(Stamp stamp) {
        long decision = mine().orElseThrow().sequence();
        boolean enough = review.state().stage() instanceof Approved approved
                && approved.open().without(decision).complete();
        return new CaseEvent.Undone(stamp, decision, enough);
    }

    Optional<Refusal> hindrance() {
        Stage stage = review.state().stage();
        Optional<Opening> reviewed = stage.reviewed();
        if (reviewed.filter(each -> each.content().equals(ask.seen())).isEmpty() || mine().isEmpty()) {
            return Optional.of(Sentences.nothingToUndo());
        }
        if (review.newest().filter(newest -> !newest.equals(ask.seen())).isPresent()) {
            return Optional.of(Sentences.newerRevision());
        }
        boolean inTime = now.isBefore(mine().get().until());
        boolean standing = !(stage instanceof Closed closed) || closed.undoable(now);
        return inTime && standing ? Optional.empty() : Optional.of(Sentences.undoTooLate());
    }

    private Optional<Mine> mine() {
        Stage stage = review.state().stage();
        if (stage instanceof Open open) {
            return approval(open);
        }
        if (stage instanceof Approved approved) {
            return approval(approved.open());
        }
        return stage instanceof Closed closed
                ? closed.decided()
                        .map(each -> each.by().equals(me())
                                ? Optional.of(new Mine(each.sequence(), each.undoUntil()))
                                : Optional.<Mine>empty())
                        .orElseGet(() -> approval(closed.before()))
                : Optional.empty();
    }

    private Optional<Mine> approval(Open open) {
        return open.approvalOf(me()).map(each -> new Mine(each.sequence(), each.undoUntil()));
    }

    private String me() {
        return ask.by().id();
    }
}
