package org.imprimatur.kit.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after five failures an account waits 1 s, then 2, 4, … up to five minutes between attempts.
 *
 * <p>An attempt counts as failed until it is known to be right, so that many at once gain nothing. Names without an
 * account are treated alike. Remembers the {@value #REMEMBERED} names tried last. Safe for several threads.
 */
final class SignInThrottle {

    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int REMEMBERED = 10_000;

    private final Map<String, Attempts> byName = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Attempts(int count, Instant freeAt) {}

    /** Zero when an attempt may be made now, and it then counts; else how long to wait. */
    synchronized Duration attempt(String name, Instant now) {
        Attempts before = byName.getOrDefault(name, new Attempts(0, now));
        if (now.isBefore(before.freeAt())) {
            return Duration.between(now, before.freeAt());
        }
        int count = before.count() + 1;
        byName.put(name, new Attempts(count, now.plus(delayAfter(count))));
        return Duration.ZERO;
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
    }

    private static Duration delayAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(count - FREE, 20));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
