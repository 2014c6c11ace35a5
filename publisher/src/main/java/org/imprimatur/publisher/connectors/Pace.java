package org.imprimatur.publisher.connectors;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.publisher.delivery.Outcome;

/**
 * Remembers what platforms say of their limits, so that no request is made that would be refused.
 *
 * <p>An answer whose headers leave nothing closes that kind of request on that account until the time that they name.
 */
public final class Pace {
    private static final String[] REMAINING = {"x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining"
    };

    private final InstantSource clock;
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** Stops where the platform said that it takes no more of this kind now. */
    public Step<String> open(String account, String kind) {
        return closedUntil(account, kind)
                .<Step<String>>map(then -> Step.stopped(new Outcome.RateLimited(then)))
                .orElseGet(() -> Step.went(account + "/" + kind));
    }

    /** Until when that kind is closed; empty when it is open. */
    public Optional<Instant> closedUntil(String account, String kind) {
        return Optional.ofNullable(closed.get(account + "/" + kind)).filter(clock.instant()::isBefore);
    }

    /** Takes note of what an answer to a request of {@link #open}'s name says. */
    public Step<Answer> heard(String name, Answer answer) {
        for (String header : REMAINING) {
            if (answer.headers().firstValue(header).filter("0"::equals).isPresent()) {
                closed.put(name, RateLimitReset.read(answer.headers(), clock.instant()));
            }
        }
        return Step.went(answer);
    }
}
