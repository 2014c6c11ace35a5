package org.imprimatur.approver.post;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest known step of one publication.
 *
 * @param deliveryId one per post, revision and account
 * @param postId the post
 * @param revision what is published
 * @param account where
 * @param step how far it came
 * @param attempt 1 for the first call to the platform; 0 before it
 * @param url where the public finds it
 * @param reason why it was rejected, is retried or is unconfirmed
 * @param dueAt when it is due or tried again
 * @param at when this step was taken
 */
public record Delivery(
        String deliveryId,
        String postId,
        int revision,
        String account,
        Step step,
        int attempt,
        Optional<String> url,
        Optional<String> reason,
        Optional<Instant> dueAt,
        Instant at) {

    /** How far a publication came. */
    public enum Step {
        UNKNOWN,
        SCHEDULED,
        PREPARED,
        ARMED,
        PUBLISHED,
        REJECTED,
        RETRY_AT,
        UNCONFIRMED,
        TAKEDOWN_REQUESTED,
        REMOVED,
        TAKEDOWN_UNCONFIRMED,
        CANCELLED,
        EXPIRED,
        RECHECKED,
        TAKEDOWN_TASK,
        STOP_REQUESTED
    }
}
