package org.imprimatur.analyzer.crowd;

import java.time.Duration;
import java.time.Instant;

/**
 * What one published post of an account told about somebody.
 *
 * @param releasedAt when it was cleared, by policy or by people
 */
public record Earlier(String account, String postId, Instant releasedAt, Portrait portrait) {

    /** How long readers are taken to remember a post. */
    public static final Duration REACH = Duration.ofDays(90);

    public Earlier {
        if (account.isBlank() || postId.isBlank()) {
            throw new IllegalArgumentException("an earlier post has an account and an id");
        }
    }

    /** Published not after the given time and not too long before it. */
    public boolean reaches(Instant now) {
        return !releasedAt.isAfter(now) && releasedAt.isAfter(now.minus(REACH));
    }
}
