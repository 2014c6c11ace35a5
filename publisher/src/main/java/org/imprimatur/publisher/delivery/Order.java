package org.imprimatur.publisher.delivery;

/**
 * Somebody's word that a delivery shall not go out or not stay.
 *
 * @param kind how far it goes
 * @param actor the id of a person, or what it follows from, such as {@code authorization A-101}
 * @param reason for people; holds no draft text
 * @param priority higher goes first among take-downs
 */
public record Order(Kind kind, String actor, String reason, int priority) {
    /** How far an order goes. */
    public enum Kind {
        /** What has not gone out stays out; what is live stays. */
        CANCEL,
        /** What is live comes down as well. */
        TAKE_DOWN
    }

    public Order {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an order says who gave it and why");
        }
    }

    /** What becomes of a delivery that had not gone out. */
    public Status cancelled() {
        return new Status.Stopped(Stage.CANCELLED, reason, actor);
    }

    /** What becomes of a delivery that is live. */
    public Status requested(Receipt live) {
        return new Status.Takedown(Stage.TAKEDOWN_REQUESTED, live, this);
    }
}
