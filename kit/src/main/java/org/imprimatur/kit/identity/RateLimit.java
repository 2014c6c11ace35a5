package org.imprimatur.kit.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;

/**
 * So many requests a minute for each caller, with as many at once; a token bucket each.
 *
 * <p>Remembers the {@value #REMEMBERED} callers seen last. Safe for several threads.
 */
final class RateLimit {

    private static final int REMEMBERED = 20_000;

    private final int perMinute;
    private final TimeMeter meter;
    private final Map<String, Bucket> byCaller = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.meter = new ClockMeter(clock);
    }

    /** Counts a request; a problem 429 that says how long to wait when there were too many. */
    void take(String caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    static ProblemException refusal(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(
                Problem.of(429, "Too many attempts; try again in " + seconds + " s."),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    private synchronized Bucket bucket(String caller) {
        return byCaller.computeIfAbsent(
                caller,
                first -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
