package org.imprimatur.standalone;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long the program waits for a part of itself before it gives up. */
record Patience(Duration atMost) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Returns when the condition holds; refuses to go on when it does not hold in time. */
    void await(String name, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Refused("The part '" + name + "' was not ready within " + atMost.toSeconds()
                        + " seconds; the log file in the data folder says why.");
            }
            pause(name);
        }
    }

    static void pause(String name) {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted while waiting for '" + name + "'.", interrupted);
        }
    }
}
