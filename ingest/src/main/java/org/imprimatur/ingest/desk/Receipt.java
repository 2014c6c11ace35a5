package org.imprimatur.ingest.desk;

import org.imprimatur.ingest.intake.Earlier;
import org.imprimatur.ingest.intake.PostId;

/** Tells an author which revision was stored, and with which content. */
public record Receipt(PostId postId, int revision, String contentHash) {
    static Receipt of(Earlier stored) {
        return new Receipt(stored.postId(), stored.revision(), stored.contentHash());
    }
}
