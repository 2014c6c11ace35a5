package org.imprimatur.approver.wire;

import org.imprimatur.approver.review.Content;
import org.imprimatur.schemas.avro.Draft;

/** A draft exactly as it was handed in, carried unopened from the queue to the release. */
public final class FrozenDraft {
    private final Draft draft;

    FrozenDraft(Draft draft) {
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    /** What an approval of this draft is bound to. */
    public Content content() {
        return new Content(draft.getRevision(), draft.getContentHash());
    }

    @Override
    public String toString() {
        return "FrozenDraft[postId=" + draft.getPostId() + ", revision=" + draft.getRevision() + "]";
    }
}
