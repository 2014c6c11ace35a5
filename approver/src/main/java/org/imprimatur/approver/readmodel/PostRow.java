package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * One post as a list shows it.
 *
 * @param postId the post
 * @param revision its newest revision
 * @param author who wrote or last edited it
 * @param account where it shall go
 * @param preview the first 200 code points of its text, line breaks as spaces; “…” after them where it goes on
 * @param state where it stands
 * @param note the reviewer's reason when it was rejected or changes were requested
 * @param scheduledAt when it shall go out
 * @param submittedAt when the newest revision was handed in
 */
public record PostRow(
        String postId,
        int revision,
        String author,
        String account,
        String preview,
        PostState state,
        Optional<String> note,
        Optional<Instant> scheduledAt,
        Instant submittedAt) {

    @Override
    public String toString() {
        return "PostRow[postId=" + postId + ", revision=" + revision + ", state=" + state + "]";
    }
}
