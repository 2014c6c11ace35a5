package org.imprimatur.approver.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.readmodel.CaseView;

/**
 * What the reader decided a moment ago and can still take back.
 *
 * @param postId the post
 * @param revision what was decided on
 * @param contentHash what it said
 * @param commandId for taking it back, once
 * @param seconds how many are left, at least 1
 */
public record UndoBar(String postId, int revision, String contentHash, String commandId, long seconds) {

    /** Empty when this person decided nothing that can still be taken back. */
    public static Optional<UndoBar> of(CaseView review, String person, Instant now, String commandId) {
        return review.undoUntil(person, now)
                .map(until -> new UndoBar(
                        review.postId(),
                        review.revision(),
                        review.contentHash(),
                        commandId,
                        Math.max(1, Duration.between(now, until).toSeconds())));
    }
}
