package org.imprimatur.analyzer.policy;

/**
 * Who answers for a set of rules.
 *
 * @param activatedBy who made it the one that judges
 * @param writtenBy who wrote it; empty where nobody said
 * @param reason why it was made the one that judges; empty where nobody said
 */
public record PolicySignature(String activatedBy, String writtenBy, String reason) {

    public PolicySignature {
        if (activatedBy.isBlank()) {
            throw new IllegalArgumentException("somebody answers for a policy");
        }
    }

    /** For a set of which nothing else is said. */
    public static PolicySignature of(String activatedBy) {
        return new PolicySignature(activatedBy, "", "");
    }
}
