package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.delivery.Terms;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.schemas.avro.ApprovedByPeople;
import org.imprimatur.schemas.avro.ClearedByPolicy;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Media;
import org.imprimatur.schemas.avro.Release;

/** A record of {@code posts.cleared}, or one that the gate keeps. */
public record ReleaseRecord(Release release) {
    /** Refuses one whose ids make no delivery, so that it counts as unreadable and a person sees it. */
    static ReleaseRecord of(Release release) {
        ReleaseRecord record = new ReleaseRecord(release);
        record.id();
        return record;
    }

    public String postId() {
        return release.getDraft().getPostId();
    }

    public DeliveryId id() {
        Draft draft = release.getDraft();
        return new DeliveryId(draft.getPostId(), draft.getRevision(), draft.getAccount());
    }

    /** What the gate looks at; computes the content hash again. */
    public Clearance clearance() {
        return Clearances.of(
                id(), release.getContentHash(), policyVersion(), release.getDraft(), release.getReleasedAt());
    }

    /** The delivery after what the gate decided about this release, bare of content. */
    public Delivery decided(Optional<Delivery> before, String platform, Status status, Instant now) {
        Optional<Instant> claimed = before.flatMap(known -> known.terms().createdAt());
        boolean goesOut = status instanceof Status.Prepared;
        Terms terms = new Terms(
                release.getContentHash(),
                policyVersion(),
                platform,
                IdempotencyKeys.of(id(), platform),
                goesOut ? claimed.or(() -> Optional.of(now)) : claimed);
        return before.map(known -> known.judgedAgain(terms, status, now))
                .orElseGet(() -> Delivery.opened(id(), terms, status, now));
    }

    /** The step with what is to be sent. */
    public DeliveryRecord prepared(Delivery step) {
        return new DeliveryRecord(step, Optional.of(release.getDraft()));
    }

    /** The draft as it came, on its way back to be judged. */
    public DraftRecord draft() {
        return new DraftRecord(release.getDraft());
    }

    public List<String> authorizations() {
        return List.copyOf(release.getDraft().getAuthorizations());
    }

    /** Hashes of its pictures. */
    public List<String> pictures() {
        return release.getDraft().getMedia().stream().map(Media::getHash).toList();
    }

    private String policyVersion() {
        if (release.getClearance() instanceof ClearedByPolicy policy) {
            return policy.getPolicyVersion();
        }
        return release.getClearance() instanceof ApprovedByPeople people ? people.getPolicyVersion() : "";
    }

    @Override
    public String toString() {
        return "ReleaseRecord[" + postId() + "]";
    }
}
