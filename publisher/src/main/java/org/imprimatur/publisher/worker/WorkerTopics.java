package org.imprimatur.publisher.worker;

import java.util.List;
import org.imprimatur.schemas.Topics;

/**
 * Names of what a worker reads and writes.
 *
 * @param calls what the gate wants of the worker and what came of it, keyed by account
 * @param deliveries the same steps for everybody, keyed by post
 * @param accounts who is frozen
 * @param policies which policy holds
 * @param authorizations what people allowed, or allow no more
 * @param blocked pictures that may not go out
 * @param deadLetters for what can't be read
 */
public record WorkerTopics(
        String calls,
        String deliveries,
        String accounts,
        String policies,
        String authorizations,
        String blocked,
        String deadLetters) {

    /** Those of the whole system. */
    public static WorkerTopics all(String deadLetters) {
        return new WorkerTopics(
                Topics.DELIVERY_CALLS.name(),
                Topics.DELIVERIES.name(),
                Topics.ACCOUNTS.name(),
                Topics.POLICIES.name(),
                Topics.AUTHORIZATIONS.name(),
                Topics.BLOCKED_PICTURES.name(),
                deadLetters);
    }

    List<String> registers() {
        return List.of(accounts, policies, authorizations, blocked);
    }
}
