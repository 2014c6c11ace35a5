package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A revision waits for people.
 *
 * @param opening what is under review
 * @param lease the newest claim, which may have run out
 * @param approvals so far, by distinct people, in order
 * @param escalation to whom it was escalated last
 */
public record Open(Opening opening, Optional<Lease> lease, List<Approval> approvals, Optional<Addressee> escalation)
        implements Stage {
    /** What is escalated is never decided by one alone. */
    private static final int ESCALATED = 2;

    public Open {
        approvals = List.copyOf(approvals);
    }

    static Open of(Opening opening) {
        return new Open(opening, Optional.empty(), List.of(), Optional.empty());
    }

    @Override
    public Optional<Opening> reviewed() {
        return Optional.of(opening);
    }

    @Override
    public Optional<Instant> wakeAt() {
        return opening.expiresAt();
    }

    @Override
    public boolean reopens() {
        return true;
    }

    /** Distinct people who must approve; 0 when nobody can. */
    int needed() {
        int asked = opening.requirement().approvals();
        return escalation.isPresent() && asked > 0 ? Math.max(ESCALATED, asked) : asked;
    }

    /** Enough approved, and to whom it was escalated is among them. */
    boolean complete() {
        boolean answered = escalation.isEmpty() || approvals.stream().anyMatch(Approval::answersEscalation);
        return !opening.requirement().blocked() && approvals.size() >= needed() && answered;
    }

    /** Who approved, in order. */
    public List<String> approvers() {
        return approvals.stream().map(Approval::by).toList();
    }

    Optional<Approval> approvalOf(String person) {
        return approvals.stream().filter(each -> each.by().equals(person)).findFirst();
    }

    /** Reviewers decide, and those to whose role it was escalated. */
    boolean mayDecide(Person person) {
        return person.mayReview() || escalation.filter(to -> to.fits(person)).isPresent();
    }

    Open claimed(Optional<Lease> by) {
        return new Open(opening, by, approvals, escalation);
    }

    Open unclaimed() {
        return claimed(Optional.empty());
    }

    Open with(Approval approval) {
        List<Approval> more =
                Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        return new Open(opening, Optional.empty(), more, escalation);
    }

    Open without(long sequence) {
        List<Approval> fewer =
                approvals.stream().filter(each -> each.sequence() != sequence).toList();
        return new Open(opening, lease, fewer, escalation);
    }

    /** Earlier approvals count, and none of them answers it. */
    Open escalated(Addressee to) {
        List<Approval> earlier =
                approvals.stream().map(Approval::beforeEscalation).toList();
        return new Open(opening, Optional.empty(), earlier, Optional.of(to));
    }

    Approval approval(Stamp stamp, Person by, Instant undoUntil) {
        boolean answers = escalation.filter(to -> to.fits(by)).isPresent();
        return new Approval(by.id(), stamp.sequence(), undoUntil, answers);
    }
}
