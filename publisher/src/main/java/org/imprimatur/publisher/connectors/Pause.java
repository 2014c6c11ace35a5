package org.imprimatur.publisher.connectors;

import java.time.Duration;

/** Waits between two looks at something that a platform has not finished. */
public record Pause(Duration length) {
    /** Returns after its length; false, at once, when the thread was told to stop. */
    public boolean isOver() {
        try {
            Thread.sleep(length.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
