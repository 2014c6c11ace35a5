package org.imprimatur.approver.review;

import java.time.Duration;
import java.time.Instant;

/**
 * A claim on a case: until it runs out, nobody else decides.
 *
 * @param by id of the claimant
 * @param until the first moment at which it no longer holds
 */
public record Lease(String by, Instant until) {
    /** How long a claim holds. */
    public static final Duration LENGTH = Duration.ofMinutes(15);

    static Lease from(String by, Instant at) {
        return new Lease(by, at.plus(LENGTH));
    }

    boolean keepsOut(String person, Instant now) {
        return !by.equals(person) && now.isBefore(until);
    }
}
