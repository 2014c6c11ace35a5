package org.imprimatur.approver.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits in the caller's thread until what was written can be read back. Safe for several threads. */
public final class Lookout {
    /** A change that is not told costs no more than this. */
    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofMillis(200);

    private final Object changed = new Object();

    /**
     * Looks again after each change.
     *
     * @param onChange takes a listener that is called after every change
     */
    public Lookout(Consumer<Runnable> onChange) {
        onChange.accept(this::wake);
    }

    /** What {@code look} sees as soon as it sees something; empty when patience ends before. */
    public <T> Optional<T> until(Supplier<Optional<T>> look, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (changed) {
            Optional<T> seen = look.get();
            while (seen.isEmpty() && System.nanoTime() < end) {
                try {
                    changed.wait(LOOKS_AT_LEAST_EVERY.toMillis());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
                seen = look.get();
            }
            return seen;
        }
    }

    private void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }
}
