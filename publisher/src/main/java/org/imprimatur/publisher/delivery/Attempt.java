package org.imprimatur.publisher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One call to a platform, as far as it matters for what follows from its answer.
 *
 * @param number 1 for the first call of the delivery
 * @param capabilities what the connector promises
 * @param now when the answer was heard
 */
record Attempt(int number, Set<Capability> capabilities, Instant now) {
    Attempt {
        capabilities = Set.copyOf(capabilities);
    }

    boolean mayBeRepeatedBlindly() {
        return capabilities.contains(Capability.REPEATS_ARE_HARMLESS) && !isLast();
    }

    boolean isLast() {
        return number >= Retries.MOST_ATTEMPTS;
    }

    Status again(Duration atLeast, String reason) {
        Duration grown = Retries.delay(number);
        return new Status.RetryAt(now.plus(grown.compareTo(atLeast) < 0 ? atLeast : grown), reason);
    }

    Status giveUp(String reason) {
        return new Status.Rejected("not published after " + number + " calls: " + reason);
    }
}
