package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Release;

/** A record of {@code posts.cleared}, or one that waits in the gate's schedule. */
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
        Draft draft = release.getDraft();
        return new Clearance(
                id(),
                release.getContentHash(),
                draft.getContentHash(),
                ContentHash.of(draft),
                Optional.ofNullable(draft.getScheduledAt()),
                release.getReleasedAt());
    }

    /** The delivery that this release opens, bare of content. */
    public DeliveryRecord opened(String platform, Status status, Instant now) {
        return new DeliveryRecord(
                Delivery.opened(id(), release.getContentHash(), IdempotencyKeys.of(id(), platform), status, now),
                Optional.empty());
    }

    /** The delivery that this release opens, with what is to be sent. */
    public DeliveryRecord prepared(String platform, Instant now) {
        return new DeliveryRecord(
                opened(platform, new Status.Prepared(), now).delivery(), Optional.of(release.getDraft()));
    }

    @Override
    public String toString() {
        return "ReleaseRecord[" + postId() + "]";
    }
}
