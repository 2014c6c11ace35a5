package org.imprimatur.kit.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Allows a failed thread to be replaced so many times within a window, and no more. Safe for several threads. */
final class Replacements {

    private final int allowed;
    private final Duration window;
    private final Deque<Instant> spent = new ArrayDeque<>();

    Replacements(int allowed, Duration window) {
        this.allowed = allowed;
        this.window = window;
    }

    /** Takes one replacement; false when the window holds no more. */
    synchronized boolean take(Instant now) {
        while (!spent.isEmpty() && !spent.peekFirst().plus(window).isAfter(now)) {
            spent.removeFirst();
        }
        if (spent.size() >= allowed) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
