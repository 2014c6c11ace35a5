package org.imprimatur.analyzer.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IMPATIENCE = Duration.ofMillis(20);

    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        never.countDown();
    }

    @Test
    void workInTimeGivesItsResult() {
        try (TimedWatch watch = new TimedWatch(PATIENCE, 1)) {
            assertThat(watch.within(() -> "done")).contains("done");
        }
    }

    @Test
    void workThatHangsIsGivenUp() {
        try (TimedWatch watch = new TimedWatch(IMPATIENCE, 1)) {
            assertThat(watch.within(this::hang)).isEmpty();
        }
    }

    @Test
    void workThatOverflowsItsStackGivesNothing() {
        try (TimedWatch watch = new TimedWatch(PATIENCE, 1)) {
            assertThat(watch.within(() -> deeper(0))).isEmpty();
        }
    }

    @Test
    void whenTooMuchHangsNothingNewIsStarted() {
        try (TimedWatch watch = new TimedWatch(IMPATIENCE, 1)) {
            Optional<String> first = watch.within(this::hangDeaf);
            Optional<String> second = watch.within(() -> "done");

            assertThat(first).isEmpty();
            assertThat(second).isEmpty();
        }
    }

    private String hang() {
        try {
            never.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return "too late";
    }

    /** Does not listen when it is asked to stop. */
    private String hangDeaf() {
        while (never.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "too late";
    }

    private static long deeper(long depth) {
        return depth < 0 ? depth : deeper(depth + 1) + 1;
    }
}
