package org.imprimatur.analyzer.judge;

import java.util.Optional;
import java.util.function.Supplier;

/** Lets work take so long and no longer. */
public interface Watch {

    /** Lets work take as long as it likes, in the caller's own thread. */
    Watch PATIENT = new Watch() {
        @Override
        public <T> Optional<T> within(Supplier<T> work) {
            return Optional.of(work.get());
        }
    };

    /** The work's result; empty when it took too long or could not be started. */
    <T> Optional<T> within(Supplier<T> work);
}
