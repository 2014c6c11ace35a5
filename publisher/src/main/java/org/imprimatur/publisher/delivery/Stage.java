package org.imprimatur.publisher.delivery;

import java.util.EnumSet;
import java.util.Set;

/** Where a delivery stands, and where it can go from there; the README shows the same table. */
public enum Stage {
    /** Waits for its time, for its account to be known or for the account to thaw. */
    SCHEDULED,
    /** May go out; the content is frozen in the log. */
    PREPARED,
    /** A call is about to be made or may have been made. */
    ARMED,
    /** Live. */
    PUBLISHED,
    /** Will not go out under this revision. */
    REJECTED,
    /** Certainly not live, or harmless to repeat; tried again when due. */
    RETRY_AT,
    /** Maybe live: only a person can tell. */
    UNCONFIRMED,
    /** Shall go. */
    TAKEDOWN_REQUESTED,
    /** Was live and is gone. */
    REMOVED,
    /** Maybe still live: only a person can tell. */
    TAKEDOWN_UNCONFIRMED;

    /** Whether a delivery in this stage may be in {@code next} after one step. */
    public boolean mayBecome(Stage next) {
        return successors().contains(next);
    }

    /** Whether the publisher itself still has something to do for it. */
    public boolean isOpen() {
        return this == PREPARED || this == ARMED || this == RETRY_AT;
    }

    private Set<Stage> successors() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(SCHEDULED, PREPARED, REJECTED);
            case PREPARED -> EnumSet.of(ARMED, RETRY_AT, REJECTED);
            case ARMED -> EnumSet.of(PUBLISHED, REJECTED, RETRY_AT, UNCONFIRMED);
            case RETRY_AT -> EnumSet.of(ARMED, RETRY_AT, REJECTED);
            case UNCONFIRMED -> EnumSet.of(PUBLISHED, ARMED, REJECTED);
            case PUBLISHED -> EnumSet.of(TAKEDOWN_REQUESTED);
            case TAKEDOWN_REQUESTED -> EnumSet.of(REMOVED, TAKEDOWN_UNCONFIRMED);
            case TAKEDOWN_UNCONFIRMED -> EnumSet.of(TAKEDOWN_REQUESTED, REMOVED);
            case REJECTED, REMOVED -> EnumSet.noneOf(Stage.class);
        };
    }
}
