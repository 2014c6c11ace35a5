package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.ClaimView;
import org.imprimatur.approver.readmodel.QueueRow;

/**
 * One row of the queue; the same for every reviewer, so that one rendering serves all.
 *
 * @param postId the post
 * @param revision what waits
 * @param severe whether a severe rule fired
 * @param severity the word for it
 * @param reasons why it is held
 * @param preview the beginning of its text
 * @param account where it shall go
 * @param author who wrote it
 * @param waiting since when
 * @param due when a decision is due
 * @param overdue whether that time is past
 * @param claimedBy who looks at it now
 * @param approvals such as “1 of 2 approvals”; empty when one person is enough
 * @param looking who else has it open
 * @param flags what else is special about it
 */
public record QueueLine(
        String postId,
        int revision,
        boolean severe,
        String severity,
        List<String> reasons,
        String preview,
        String account,
        String author,
        Moment waiting,
        Moment due,
        boolean overdue,
        Optional<String> claimedBy,
        Optional<String> approvals,
        List<String> looking,
        List<String> flags) {
    public QueueLine {
        looking = List.copyOf(looking);
        flags = List.copyOf(flags);
        reasons = List.copyOf(reasons);
    }

    /** As it looks at {@code now}. */
    public static QueueLine of(QueueRow row, List<String> looking, Instant now) {
        CaseView review = row.review();
        return new QueueLine(
                review.postId(),
                review.revision(),
                review.severity() == Severity.HIGH,
                Words.severity(review.severity()),
                reasons(review),
                row.preview(),
                row.account(),
                row.author(),
                Moment.of(review.openedAt(), now),
                Moment.due(review.dueAt(), now),
                !now.isBefore(review.dueAt()),
                review.claim().filter(claim -> claim.holdsAt(now)).map(ClaimView::by),
                approvals(review),
                looking.stream()
                        .filter(person -> !review.claim()
                                .filter(claim ->
                                        claim.holdsAt(now) && claim.by().equals(person))
                                .isPresent())
                        .toList(),
                flags(review));
    }

    private static List<String> flags(CaseView review) {
        List<String> flags = new ArrayList<>();
        if (review.secondLook()) {
            flags.add("Second look");
        }
        review.escalatedTo().ifPresent(to -> flags.add("Asked: " + to.substring(to.indexOf(':') + 1)));
        return flags;
    }

    private static List<String> reasons(CaseView review) {
        List<String> reasons = review.reasons().stream().map(Words::reason).toList();
        return reasons.isEmpty() ? List.of("Could not be judged") : reasons;
    }

    private static Optional<String> approvals(CaseView review) {
        return review.approvalsNeeded() > 1
                ? Optional.of(review.approvers().size() + " of " + review.approvalsNeeded() + " approvals")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "QueueLine[postId=" + postId + ", revision=" + revision + "]";
    }
}
