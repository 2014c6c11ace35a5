package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Severity;

/**
 * The review of one revision.
 *
 * @param postId the post
 * @param revision what is reviewed
 * @param contentHash the content to which a decision is bound; send it back with a command
 * @param state where it stands
 * @param approvalsNeeded distinct people who must approve; 0 when it is blocked
 * @param blocked whether the policy lets nobody approve it; it can be edited, rejected or changed
 * @param approvals so far, in order
 * @param contributors who may not decide, because they wrote or edited it
 * @param claim the newest claim, which may have run out
 * @param escalatedTo who must be among those who approve, as {@code person:ID} or {@code role:ROLE}
 * @param secondLook whether it was drawn: two approve what would need one
 * @param lowRisk whether it may be approved together with others, if one approval is enough
 * @param severity the highest among the rules that fired
 * @param reasons why it is held, as reports group it
 * @param openedAt when it was held, or held again
 * @param dueAt when a decision is due: the review target, or the post's own time if that is sooner
 * @param expiresAt the first moment at which it can't go out any more
 * @param releaseAt when it goes out if nobody takes an approval back; only while {@link CaseState#APPROVED}
 * @param closing the event that ended it; empty while it waits
 */
public record CaseView(
        String postId,
        int revision,
        String contentHash,
        CaseState state,
        int approvalsNeeded,
        boolean blocked,
        List<ApprovalView> approvals,
        List<String> contributors,
        Optional<ClaimView> claim,
        Optional<String> escalatedTo,
        boolean secondLook,
        boolean lowRisk,
        Severity severity,
        List<String> reasons,
        Instant openedAt,
        Instant dueAt,
        Optional<Instant> expiresAt,
        Optional<Instant> releaseAt,
        Optional<HistoryRow> closing) {
    public CaseView {
        approvals = List.copyOf(approvals);
        contributors = List.copyOf(contributors);
        reasons = List.copyOf(reasons);
    }

    /** Who approved so far, in order. */
    public List<String> approvers() {
        return approvals.stream().map(ApprovalView::by).toList();
    }

    /** Until when this person can take back what they decided; empty when there is nothing, or it is too late. */
    public Optional<Instant> undoUntil(String person, Instant now) {
        Stream<Instant> ends = switch (state) {
            case OPEN, APPROVED ->
                approvals.stream().filter(each -> each.by().equals(person)).map(ApprovalView::undoUntil);
            case REJECTED, CHANGES_REQUESTED ->
                closing.filter(event -> event.actor().equals(Optional.of(person))).flatMap(HistoryRow::until).stream();
            case RELEASED, SUPERSEDED, EDITED, WITHDRAWN, EXPIRED -> Stream.empty();
        };
        return ends.filter(now::isBefore).findFirst();
    }

    /** As who wrote the post may see it. */
    public CaseView withoutNotes() {
        return new CaseView(
                postId,
                revision,
                contentHash,
                state,
                approvalsNeeded,
                blocked,
                approvals.stream().map(ApprovalView::withoutNote).toList(),
                contributors,
                claim,
                escalatedTo,
                secondLook,
                lowRisk,
                severity,
                reasons,
                openedAt,
                dueAt,
                expiresAt,
                releaseAt,
                closing.map(HistoryRow::withoutNote));
    }
}
