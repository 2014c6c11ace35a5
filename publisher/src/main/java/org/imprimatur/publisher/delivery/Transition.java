package org.imprimatur.publisher.delivery;

import java.util.Optional;

/** What came of asking a delivery to take a step: the delivery after it, or why it may not take it. */
public sealed interface Transition {
    /** The delivery after the step, if it was taken. */
    Optional<Delivery> delivery();

    record Moved(Delivery to) implements Transition {
        @Override
        public Optional<Delivery> delivery() {
            return Optional.of(to);
        }
    }

    record Refused(String reason) implements Transition {
        @Override
        public Optional<Delivery> delivery() {
            return Optional.empty();
        }
    }
}
