package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Severity;

/**
 * The review of one revision.
 *
 * @param postId the post
 * @param revision what is reviewed
 * @param contentHash the content to which a decision is bound; send it back with a command
 * @param state where it stands
 * @param approvalsNeeded distinct people who must approve; 0 when it is blocked
 * @param blocked whether the policy lets nobody approve it; it can be rejected or changed
 * @param approvers who approved so far, in order
 * @param contributors who may not decide, because they wrote or edited it
 * @param claim the newest claim, which may have run out
 * @param severity the highest among the rules that fired
 * @param reasons why it is held, as reports group it
 * @param openedAt when it was held
 * @param dueAt when a decision is due: the review target, or the post's own time if that is sooner
 * @param closing the event that decided it; empty while open
 */
public record CaseView(
        String postId,
        int revision,
        String contentHash,
        CaseState state,
        int approvalsNeeded,
        boolean blocked,
        List<String> approvers,
        List<String> contributors,
        Optional<ClaimView> claim,
        Severity severity,
        List<String> reasons,
        Instant openedAt,
        Instant dueAt,
        Optional<HistoryRow> closing) {
    public CaseView {
        approvers = List.copyOf(approvers);
        contributors = List.copyOf(contributors);
        reasons = List.copyOf(reasons);
    }
}
