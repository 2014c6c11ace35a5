package org.imprimatur.approver.readmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Delivery;

/** How the state of a post follows from what is known of its newest revision. */
final class Standing {

    private Standing() {}

    /** The delivery tells most, unless it went back to be judged; then the case, then the verdict. */
    static PostState of(RevisionView newest, List<Delivery> deliveries) {
        Optional<Delivery> delivery = deliveries.stream()
                .filter(each -> each.revision() == newest.content().revision())
                .max(Comparator.comparing(Delivery::at));
        boolean back =
                delivery.filter(each -> each.step() == Delivery.Step.RECHECKED).isPresent();
        Optional<CaseView> again =
                newest.review().filter(review -> back && review.state().waits());
        return again.map(Standing::of)
                .or(() -> delivery.map(each -> of(each.step())))
                .or(() -> newest.review().map(Standing::of))
                .orElseGet(() -> newest.verdict()
                        .map(verdict -> verdict.held() ? PostState.WAITING : PostState.CLEARED)
                        .orElse(PostState.SCREENING));
    }

    /** What the reviewer told the author. */
    static Optional<String> note(CaseView review) {
        return switch (review.state()) {
            case REJECTED, CHANGES_REQUESTED -> review.closing().flatMap(HistoryRow::reason);
            case OPEN, APPROVED, RELEASED, SUPERSEDED, EDITED, WITHDRAWN, EXPIRED -> Optional.empty();
        };
    }

    private static PostState of(CaseView review) {
        return switch (review.state()) {
            case OPEN -> review.claim().isPresent() ? PostState.CLAIMED : PostState.WAITING;
            case RELEASED -> PostState.CLEARED;
            case REJECTED -> PostState.REJECTED;
            case CHANGES_REQUESTED -> PostState.CHANGES_REQUESTED;
            case APPROVED -> PostState.APPROVED;
            case WITHDRAWN -> PostState.WITHDRAWN;
            case EXPIRED -> PostState.EXPIRED;
            case SUPERSEDED, EDITED -> PostState.SCREENING;
        };
    }

    private static PostState of(Delivery.Step step) {
        return switch (step) {
            case SCHEDULED -> PostState.SCHEDULED;
            case UNKNOWN, PREPARED, ARMED, RETRY_AT, STOP_REQUESTED -> PostState.PUBLISHING;
            case RECHECKED -> PostState.SCREENING;
            case CANCELLED -> PostState.CANCELLED;
            case EXPIRED -> PostState.EXPIRED;
            case TAKEDOWN_TASK -> PostState.TAKEDOWN_TASK;
            case PUBLISHED -> PostState.PUBLISHED;
            case REJECTED -> PostState.FAILED;
            case UNCONFIRMED, TAKEDOWN_UNCONFIRMED -> PostState.UNCONFIRMED;
            case TAKEDOWN_REQUESTED, REMOVED -> PostState.REMOVED;
        };
    }
}
