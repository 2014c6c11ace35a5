package org.imprimatur.publisher.delivery;

import java.util.EnumSet;
import java.util.Set;

/** Where a delivery stands, and where it can go from there; the README shows the same table. */
public enum Stage {
    /** Waits for its time, for its account to be known or for the account to thaw. */
    SCHEDULED,
    /** May go out; the content is frozen in the log. */
    PREPARED,
    /** A call is about to be made or may have been made; the post may be live. */
    ARMED,
    /** Live. */
    PUBLISHED,
    /** Will not go out under this revision. */
    REJECTED,
    /** Certainly not live; tried again when due. */
    RETRY_AT,
    /** Maybe live: only a person can tell. */
    UNCONFIRMED,
    /** Stopped before it went out. */
    CANCELLED,
    /** Its time ran out before it went out. */
    EXPIRED,
    /** Went back to be judged again; may be released again. */
    RECHECKED,
    /** Shall go. */
    TAKEDOWN_REQUESTED,
    /** Was live and is gone. */
    REMOVED,
    /** Maybe still live: only a person can tell. */
    TAKEDOWN_UNCONFIRMED,
    /** Live, and only a person can take it down. */
    TAKEDOWN_TASK,
    /** No stage of a delivery but the gate's word to the worker to stop it, if it still can. */
    STOP_REQUESTED;

    /** Whether a delivery in this stage may be in {@code next} after one step. */
    public boolean mayBecome(Stage next) {
        return successors().contains(next);
    }

    /** Whether the worker still has something to do for it. */
    public boolean isOpen() {
        return this == PREPARED || this == ARMED || this == RETRY_AT || this == TAKEDOWN_REQUESTED;
    }

    /** Whether it waits at the gate, so that the gate alone decides about it. */
    public boolean isAtTheGate() {
        return this == SCHEDULED || this == RECHECKED;
    }

    /** Whether nothing more will come of it. */
    public boolean isFinal() {
        return successors().isEmpty();
    }

    private Set<Stage> successors() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(SCHEDULED, PREPARED, REJECTED, CANCELLED, EXPIRED, RECHECKED);
            case RECHECKED -> EnumSet.of(SCHEDULED, PREPARED, REJECTED, CANCELLED, EXPIRED);
            case PREPARED, RETRY_AT -> EnumSet.of(ARMED, RETRY_AT, REJECTED, CANCELLED, EXPIRED, RECHECKED);
            case ARMED -> EnumSet.of(ARMED, PUBLISHED, REJECTED, RETRY_AT, UNCONFIRMED);
            case UNCONFIRMED -> EnumSet.of(PUBLISHED, SCHEDULED, CANCELLED);
            case PUBLISHED -> EnumSet.of(TAKEDOWN_REQUESTED);
            case TAKEDOWN_REQUESTED -> EnumSet.of(TAKEDOWN_REQUESTED, REMOVED, TAKEDOWN_UNCONFIRMED, TAKEDOWN_TASK);
            case TAKEDOWN_UNCONFIRMED, TAKEDOWN_TASK -> EnumSet.of(TAKEDOWN_REQUESTED, REMOVED);
            case REJECTED, CANCELLED, EXPIRED, REMOVED, STOP_REQUESTED -> EnumSet.noneOf(Stage.class);
        };
    }
}
