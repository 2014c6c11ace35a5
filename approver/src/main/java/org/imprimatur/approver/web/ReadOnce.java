package org.imprimatur.approver.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Reads once what many open pages ask after the same change. Safe for use by many threads.
 *
 * @param <Q> the question, with all that its answer depends on
 * @param <A> the answer, which holds nothing that is one reader's own
 */
final class ReadOnce<Q, A> {
    /** As old as an answer may get while nothing changes, since some depend on the time. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final BiFunction<Q, Instant, A> reading;
    private final InstantSource clock;
    private volatile Round<Q, A> round;

    /** What is true at one moment; whoever began to read in it and ends later adds to nothing that others see. */
    private record Round<Q, A>(Instant at, Map<Q, A> answers) {
        static <Q, A> Round<Q, A> at(Instant now) {
            return new Round<>(now, new ConcurrentHashMap<>());
        }
    }

    /**
     * Nothing read yet.
     *
     * @param reading what answers a question as of a time
     */
    ReadOnce(BiFunction<Q, Instant, A> reading, InstantSource clock) {
        this.reading = reading;
        this.clock = clock;
        this.round = Round.at(clock.instant());
    }

    /** The answer after the last {@link #forget}, no more than a second old. */
    A ask(Q question) {
        Round<Q, A> now = round;
        if (clock.instant().isAfter(now.at.plus(FRESH))) {
            forget();
            now = round;
        }
        Instant at = now.at;
        return now.answers.computeIfAbsent(question, asked -> reading.apply(asked, at));
    }

    /** Something changed, so everything is read anew. */
    void forget() {
        round = Round.at(clock.instant());
    }
}
