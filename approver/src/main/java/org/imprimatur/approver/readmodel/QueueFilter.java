package org.imprimatur.approver.readmodel;

import java.util.Optional;
import org.imprimatur.approver.post.Severity;

/**
 * Which open cases to list, and which page of them.
 *
 * @param words every one of these must stand in the text, the post id or the author; empty for all
 * @param severity only of this severity
 * @param reason only held for this reason, such as {@code PATIENT_IDENTIFIER}
 * @param account only for this account
 * @param claimedBy only those whose newest claim is this person's
 * @param offset rows to skip
 * @param limit rows at most, 1 to 200
 */
public record QueueFilter(
        String words,
        Optional<Severity> severity,
        Optional<String> reason,
        Optional<String> account,
        Optional<String> claimedBy,
        int offset,
        int limit) {
    public QueueFilter {
        if (offset < 0 || limit < 1 || limit > 200) {
            throw new IllegalArgumentException("offset is at least 0 and limit 1 to 200");
        }
    }

    /** Every open case, the first {@code limit} of them. */
    public static QueueFilter all(int limit) {
        return new QueueFilter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
    }
}
