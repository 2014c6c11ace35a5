package org.imprimatur.publisher.delivery;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before the next call, and when to stop: 1 s, doubled each time, at most 15 min, about 8 h in all. */
public final class Retries {
    /** After so many calls a person is asked. */
    public static final int MOST_ATTEMPTS = 40;

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(15);
    /** A refused credential needs a person, so asking again sooner is only noise. */
    static final Duration AFTER_REFUSED_CREDENTIALS = Duration.ofMinutes(1);
    /** A platform that names a later time is not believed further than this. */
    static final Duration LONGEST_BY_PLATFORM = Duration.ofHours(24);

    private Retries() {}

    /** The wait after call number {@code attempt}; never shorter than after the call before. */
    public static Duration delay(int attempt) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt " + attempt + " is below 1");
        }
        int doublings = Math.min(attempt - 1, 20);
        Duration grown = FIRST.multipliedBy(1L << doublings);
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }

    /** The platform's own time, but in the future and within a day. */
    static Instant clamp(Instant until, Instant now) {
        Instant earliest = now.plus(FIRST);
        Instant latest = now.plus(LONGEST_BY_PLATFORM);
        if (until.isBefore(earliest)) {
            return earliest;
        }
        return until.isAfter(latest) ? latest : until;
    }
}
