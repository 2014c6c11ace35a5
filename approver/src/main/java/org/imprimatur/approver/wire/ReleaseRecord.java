package org.imprimatur.approver.wire;

import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Review;
import org.imprimatur.schemas.avro.ApprovedByPeople;
import org.imprimatur.schemas.avro.Release;

/** A draft on its way to the publisher, with who approved it. */
public final class ReleaseRecord {
    private final Release release;

    ReleaseRecord(Release release) {
        this.release = release;
    }

    Release release() {
        return release;
    }

    /**
     * Releases a draft.
     *
     * @param before the review in which it was released
     * @throws IllegalStateException when the draft is not what was approved
     */
    public static ReleaseRecord of(FrozenDraft draft, CaseEvent.Released event, Review before) {
        if (!draft.content().equals(event.stamp().content())) {
            throw new IllegalStateException(
                    "the draft kept for " + event.stamp().postId() + " is not what was approved");
        }
        return new ReleaseRecord(new Release(
                draft.draft(),
                event.stamp().content().hash(),
                new ApprovedByPeople(
                        event.approvers(),
                        event.completedBy(),
                        Judged.of(before.state().stage()).policyVersion()),
                event.stamp().at()));
    }

    @Override
    public String toString() {
        return "ReleaseRecord[postId=" + release.getDraft().getPostId() + "]";
    }
}
