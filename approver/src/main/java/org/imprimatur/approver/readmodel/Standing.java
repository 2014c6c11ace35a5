package org.imprimatur.approver.readmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Delivery;

/** How the state of a post follows from what is known of its newest revision. */
final class Standing {

    private Standing() {}

    /** The delivery tells most, then the case, then the verdict. */
    static PostState of(RevisionView newest, List<Delivery> deliveries) {
        Optional<Delivery> delivery = deliveries.stream()
                .filter(each -> each.revision() == newest.content().revision())
                .max(Comparator.comparing(Delivery::at));
        return delivery.map(each -> of(each.step()))
                .or(() -> newest.review().map(Standing::of))
                .orElseGet(() -> newest.verdict()
                        .map(verdict -> verdict.held() ? PostState.WAITING : PostState.CLEARED)
                        .orElse(PostState.SCREENING));
    }

    /** What the reviewer told the author. */
    static Optional<String> note(CaseView review) {
        return switch (review.state()) {
            case REJECTED, CHANGES_REQUESTED -> review.closing().flatMap(HistoryRow::reason);
            case OPEN, RELEASED, SUPERSEDED -> Optional.empty();
        };
    }

    private static PostState of(CaseView review) {
        return switch (review.state()) {
            case OPEN -> review.claim().isPresent() ? PostState.CLAIMED : PostState.WAITING;
            case RELEASED -> PostState.CLEARED;
            case REJECTED -> PostState.REJECTED;
            case CHANGES_REQUESTED -> PostState.CHANGES_REQUESTED;
            case SUPERSEDED -> PostState.SCREENING;
        };
    }

    private static PostState of(Delivery.Step step) {
        return switch (step) {
            case SCHEDULED -> PostState.SCHEDULED;
            case UNKNOWN, PREPARED, ARMED, RETRY_AT -> PostState.PUBLISHING;
            case PUBLISHED -> PostState.PUBLISHED;
            case REJECTED -> PostState.FAILED;
            case UNCONFIRMED, TAKEDOWN_UNCONFIRMED -> PostState.UNCONFIRMED;
            case TAKEDOWN_REQUESTED, REMOVED -> PostState.REMOVED;
        };
    }
}
