package org.imprimatur.publisher.wire;

import org.imprimatur.schemas.avro.Draft;

/** A record of {@code posts.drafts}. */
public record DraftRecord(Draft draft) {
    public String postId() {
        return draft.getPostId();
    }

    public int revision() {
        return draft.getRevision();
    }

    @Override
    public String toString() {
        return "DraftRecord[" + postId() + "/" + revision() + "]";
    }
}
