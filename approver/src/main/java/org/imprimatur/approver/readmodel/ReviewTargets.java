package org.imprimatur.approver.readmodel;

import java.time.Duration;

/**
 * How long a held draft may wait for a decision.
 *
 * @param severe when a severe rule fired, or nobody knows
 * @param mild otherwise
 */
public record ReviewTargets(Duration severe, Duration mild) {
    public ReviewTargets {
        if (severe.isNegative() || severe.isZero() || mild.isNegative() || mild.isZero()) {
            throw new IllegalArgumentException("a review target is longer than nothing");
        }
    }
}
