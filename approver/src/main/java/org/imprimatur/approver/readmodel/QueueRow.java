package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * One open case as the queue shows it.
 *
 * @param review the case
 * @param author who wrote or last edited the revision
 * @param account where it shall go
 * @param preview the first 200 code points of its text, line breaks as spaces; “…” after them where it goes on
 * @param scheduledAt when it shall go out
 */
public record QueueRow(CaseView review, String author, String account, String preview, Optional<Instant> scheduledAt) {

    @Override
    public String toString() {
        return "QueueRow[postId=" + review.postId() + ", revision=" + review.revision() + "]";
    }
}
