package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What every event carries.
 *
 * @param postId the post
 * @param content what it concerns; for a refusal, what the person saw
 * @param sequence 1, 2, 3 … within the post, without gaps
 * @param commandId the command that it answers; empty for what no person asked for
 * @param actor who asked
 * @param at when it was decided
 */
public record Stamp(
        String postId, Content content, long sequence, Optional<String> commandId, Optional<Person> actor, Instant at) {
    public Stamp {
        if (sequence < 1) {
            throw new IllegalArgumentException("events are counted from 1");
        }
    }
}
