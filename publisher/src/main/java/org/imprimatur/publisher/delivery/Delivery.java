package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.Set;

/**
 * One revision of one post on its way to one account; every step gives a new value or a refusal with its reason.
 *
 * @param id which post, revision and account
 * @param contentHash 64 hexadecimal digits of what was released
 * @param idempotencyKey sent with every call, the same from PREPARED on
 * @param attempt calls armed so far
 * @param status where it stands
 * @param at since when
 */
public record Delivery(
        DeliveryId id, String contentHash, String idempotencyKey, int attempt, Status status, Instant at) {
    public Delivery {
        require(!contentHash.isBlank(), "a delivery needs the hash of what was released");
        require(!idempotencyKey.isBlank(), "a delivery needs an idempotency key");
        require(attempt >= 0, "attempt " + attempt + " is below 0");
        require(attempt > 0 || status.stage() != Stage.ARMED, "an armed delivery has a call to make");
    }

    /** A new delivery; {@code status} is what the gate decided. */
    public static Delivery opened(
            DeliveryId id, String contentHash, String idempotencyKey, Status status, Instant now) {
        require(
                status.stage() == Stage.SCHEDULED
                        || status.stage() == Stage.PREPARED
                        || status.stage() == Stage.REJECTED,
                "no delivery begins as " + status.stage());
        return new Delivery(id, contentHash, idempotencyKey, 0, status, now);
    }

    /** A step that the table of {@link Stage} allows, except arming. */
    public Transition become(Status next, Instant now) {
        if (next.stage() == Stage.ARMED) {
            return refused("is armed only for a call");
        }
        return step(next, attempt, now);
    }

    /** The step that must be in the log before the platform is called. */
    public Transition arm(Instant now) {
        if (status.due().filter(now::isBefore).isPresent()) {
            return refused("is not due before " + status.due().orElseThrow());
        }
        if (status.stage() == Stage.UNCONFIRMED) {
            return refused("may be live; a person decides");
        }
        return step(new Status.Armed(), attempt + 1, now);
    }

    /** What the answer to the armed call makes of it. */
    public Transition conclude(Outcome outcome, Set<Capability> capabilities, Instant now) {
        if (status.stage() != Stage.ARMED) {
            return refused("is " + status.stage() + ", so no call was made");
        }
        return step(outcome.leadsTo(new Attempt(attempt, capabilities, now)), attempt, now);
    }

    private Transition step(Status next, int attempts, Instant now) {
        return status.stage().mayBecome(next.stage())
                ? new Transition.Moved(new Delivery(id, contentHash, idempotencyKey, attempts, next, now))
                : refused("is " + status.stage() + " and can't become " + next.stage());
    }

    private Transition refused(String reason) {
        return new Transition.Refused("delivery " + id + " " + reason);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
