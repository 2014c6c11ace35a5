package org.imprimatur.approver.wire;

import java.util.Optional;
import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.approver.review.Person;
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
        return link.setKind(EventKind.OPENED)
                .setApprovalsNeeded(event.opening().requirement().approvals())
                .setContributors(
                        event.opening().contributors().stream().sorted().toList());
    }

    @Override
    public ReviewEvent.Builder claimed(CaseEvent.Claimed event) {
        return link.setKind(EventKind.CLAIMED);
    }

    @Override
    public ReviewEvent.Builder unclaimed(CaseEvent.Unclaimed event) {
        return link.setKind(EventKind.UNCLAIMED);
    }

    @Override
    public ReviewEvent.Builder approved(CaseEvent.Approved event) {
        return link.setKind(EventKind.APPROVED);
    }

    @Override
    public ReviewEvent.Builder released(CaseEvent.Released event) {
        return link.setKind(EventKind.RELEASED).setReason("Approved by " + String.join(", ", event.approvers()) + ".");
    }

    @Override
    public ReviewEvent.Builder rejected(CaseEvent.Rejected event) {
        return because(event.grounds()).setKind(EventKind.REJECTED);
    }

    @Override
    public ReviewEvent.Builder changesRequested(CaseEvent.ChangesRequested event) {
        return because(event.grounds()).setKind(EventKind.CHANGES_REQUESTED);
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

    private ReviewEvent.Builder because(Grounds grounds) {
        Optional<String> policy = grounds.policy();
        return link.setReason(grounds.reason()).setPolicy(policy.orElse(null));
    }
}
