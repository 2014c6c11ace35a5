package org.imprimatur.approver.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that goes on when the test says so. */
final class HandClock implements InstantSource {
    private volatile Instant now;

    HandClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
