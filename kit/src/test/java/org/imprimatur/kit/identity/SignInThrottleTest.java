package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final SignInThrottle throttle = new SignInThrottle();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void fiveAttemptsAreFree() {
        for (int attempt = 0; attempt < SignInThrottle.FREE; attempt++) {
            assertThat(throttle.attempt("one", now)).isZero();
        }
        assertThat(throttle.attempt("one", now)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theDelayDoublesUpToFiveMinutes() {
        for (int attempt = 0; attempt < SignInThrottle.FREE; attempt++) {
            throttle.attempt("one", now);
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(throttle.attempt("one", now)).isEqualTo(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            assertThat(throttle.attempt("one", now)).isZero();
        }
    }

    @Test
    void anAttemptThatWasRefusedDoesNotLengthenTheWait() {
        for (int attempt = 0; attempt < 50; attempt++) {
            throttle.attempt("one", now);
        }

        assertThat(throttle.attempt("one", now.plusSeconds(1))).isZero();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        for (int attempt = 0; attempt < SignInThrottle.FREE; attempt++) {
            throttle.attempt("one", now);
        }

        throttle.succeeded("one");

        assertThat(throttle.attempt("one", now)).isZero();
    }

    @Test
    void accountsDoNotWaitForEachOther() {
        for (int attempt = 0; attempt < 50; attempt++) {
            throttle.attempt("one", now);
        }

        assertThat(throttle.attempt("two", now)).isZero();
    }
}
