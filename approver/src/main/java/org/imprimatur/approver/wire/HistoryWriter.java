package org.imprimatur.approver.wire;

import java.util.Optional;
import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.approver.review.Lease;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Person;
import org.imprimatur.approver.review.Risk;
import org.imprimatur.approver.review.Stamp;
import org.imprimatur.schemas.HistoryHash;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.avro.ReviewEvent;

/** Writes one event as the next link of a history. */
record HistoryWriter(ReviewEvent.Builder link) implements CaseEvent.Fold<ReviewEvent.Builder> {

    static ReviewEvent write(CaseEvent event, Judged judged, String previousHash) {
        Stamp stamp = event.stamp();
        ReviewEvent.Builder link = ReviewEvent.newBuilder()
                .setPostId(stamp.postId())
                .setRevision(stamp.content().revision())
                .setContentHash(stamp.content().hash())
                .setSequence(stamp.sequence())
                .setCommandId(stamp.commandId().orElse(null))
                .setActor(stamp.actor().map(HistoryWriter::actor).orElse(null))
                .setPolicyVersion(judged.policyVersion())
                .setEngineVersion(judged.engineVersion())
                .setAt(stamp.at())
                .setPreviousHash(previousHash)
                .setHash("");
        ReviewEvent unsealed = event.fold(new HistoryWriter(link)).build();
        return ReviewEvent.newBuilder(unsealed)
                .setHash(HistoryHash.of(unsealed))
                .build();
    }

    private static Actor actor(Person person) {
        return new Actor(person.id(), person.roles().stream().sorted().toList());
    }

    @Override
    public ReviewEvent.Builder opened(CaseEvent.Opened event) {
        return opening(event.opening()).setKind(EventKind.OPENED);
    }

    @Override
    public ReviewEvent.Builder reopened(CaseEvent.Reopened event) {
        return opening(event.opening()).setKind(EventKind.REOPENED);
    }

    @Override
    public ReviewEvent.Builder claimed(CaseEvent.Claimed event) {
        return claim(event).setKind(EventKind.CLAIMED);
    }

    @Override
    public ReviewEvent.Builder takenOver(CaseEvent.TakenOver event) {
        return claim(event).setKind(EventKind.TAKEN_OVER).setWhom(event.from());
    }

    @Override
    public ReviewEvent.Builder extended(CaseEvent.Extended event) {
        return claim(event).setKind(EventKind.EXTENDED);
    }

    @Override
    public ReviewEvent.Builder unclaimed(CaseEvent.Unclaimed event) {
        return link.setKind(EventKind.UNCLAIMED);
    }

    @Override
    public ReviewEvent.Builder approved(CaseEvent.Approved event) {
        return noted(event.note())
                .setKind(EventKind.APPROVED)
                .setUntil(event.undoUntil())
                .setInBulk(event.inBulk())
                .setEnough(event.enough());
    }

    @Override
    public ReviewEvent.Builder released(CaseEvent.Released event) {
        return link.setKind(EventKind.RELEASED).setReason("Approved by " + String.join(", ", event.approvers()) + ".");
    }

    @Override
    public ReviewEvent.Builder rejected(CaseEvent.Rejected event) {
        return because(event.grounds()).setKind(EventKind.REJECTED).setUntil(event.undoUntil());
    }

    @Override
    public ReviewEvent.Builder changesRequested(CaseEvent.ChangesRequested event) {
        return because(event.grounds()).setKind(EventKind.CHANGES_REQUESTED).setUntil(event.undoUntil());
    }

    @Override
    public ReviewEvent.Builder edited(CaseEvent.Edited event) {
        return noted(event.note())
                .setKind(EventKind.EDITED)
                .setReason("Revision " + event.made().revision() + " was made from it.")
                .setMadeHash(event.made().hash());
    }

    @Override
    public ReviewEvent.Builder commented(CaseEvent.Commented event) {
        return noted(event.note())
                .setKind(EventKind.COMMENTED)
                .setReason(event.toAuthor().orElse(null));
    }

    @Override
    public ReviewEvent.Builder escalated(CaseEvent.Escalated event) {
        return link.setKind(EventKind.ESCALATED).setWhom(event.to().text()).setNote(event.note());
    }

    @Override
    public ReviewEvent.Builder withdrawn(CaseEvent.Withdrawn event) {
        return link.setKind(EventKind.WITHDRAWN).setReason(event.reason().orElse(null));
    }

    @Override
    public ReviewEvent.Builder undone(CaseEvent.Undone event) {
        return link.setKind(EventKind.UNDONE).setUndone(event.decision()).setEnough(event.enough());
    }

    @Override
    public ReviewEvent.Builder expired(CaseEvent.Expired event) {
        return link.setKind(EventKind.EXPIRED).setReason("Its time passed before it could go out.");
    }

    @Override
    public ReviewEvent.Builder superseded(CaseEvent.Superseded event) {
        return link.setKind(EventKind.SUPERSEDED).setReason("Revision " + event.by() + " was handed in.");
    }

    @Override
    public ReviewEvent.Builder refused(CaseEvent.Refused event) {
        return link.setKind(EventKind.REFUSED)
                .setRefusal(event.refusal().name().name())
                .setReason(event.refusal().sentence());
    }

    private ReviewEvent.Builder opening(Opening opening) {
        return link.setApprovalsNeeded(opening.requirement().approvals())
                .setSecondLook(opening.requirement().secondLook())
                .setLowRisk(opening.risk() == Risk.LOW)
                .setUntil(opening.expiresAt().orElse(null))
                .setContributors(opening.contributors().stream().sorted().toList());
    }

    private ReviewEvent.Builder claim(CaseEvent event) {
        return link.setUntil(event.stamp().at().plus(Lease.LENGTH));
    }

    private ReviewEvent.Builder because(Grounds grounds) {
        Optional<String> policy = grounds.policy();
        return noted(grounds.note()).setReason(grounds.reason()).setPolicy(policy.orElse(null));
    }

    private ReviewEvent.Builder noted(Optional<String> note) {
        return link.setNote(note.orElse(null));
    }
}
