package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One revision of one post on its way to one account; every step gives a new value or a refusal with its reason.
 *
 * @param id which post, revision and account
 * @param terms what it is bound to
 * @param round how often the gate decided to let it out or to send it back: 1 for the first time
 * @param attempt calls armed so far; of the take-down, once that was requested
 * @param requestHash of what the calls send, from the first ARMED on
 * @param status where it stands
 * @param at since when
 */
public record Delivery(
        DeliveryId id, Terms terms, int round, int attempt, Optional<String> requestHash, Status status, Instant at) {
    public Delivery {
        require(round >= 0 && attempt >= 0, "nothing is counted below 0");
        require(attempt > 0 || status.stage() != Stage.ARMED, "an armed delivery has a call to make");
    }

    /** A new delivery; {@code status} is what the gate decided. */
    public static Delivery opened(DeliveryId id, Terms terms, Status status, Instant now) {
        Stage stage = status.stage();
        require(stage.isAtTheGate() || Stage.SCHEDULED.mayBecome(stage), "no delivery begins as " + stage);
        int round = stage == Stage.PREPARED || stage == Stage.RECHECKED ? 1 : 0;
        return new Delivery(id, terms, round, 0, Optional.empty(), status, now);
    }

    /** The same delivery after the gate decided again, under the terms of the newest release. */
    public Delivery judgedAgain(Terms newest, Status next, Instant now) {
        require(status.stage().isAtTheGate(), "the gate decides about what waits there, not about " + status.stage());
        int decided = next.stage() == Stage.PREPARED || next.stage() == Stage.RECHECKED ? round + 1 : round;
        return new Delivery(id, newest, decided, attempt, requestHash, next, now);
    }

    /** A step that the table of {@link Stage} allows, except arming. */
    public Transition become(Status next, Instant now) {
        if (next.stage() == Stage.ARMED && status.stage() != Stage.ARMED) {
            return refused("is armed only for a call");
        }
        boolean begins = next.stage() == Stage.TAKEDOWN_REQUESTED && status.stage() != Stage.TAKEDOWN_REQUESTED;
        return step(next, begins ? 0 : attempt, requestHash, now);
    }

    /**
     * The step that must be in the log before the platform is called.
     *
     * @param request hash of what the call will send; the same as before, if there was a call before
     */
    public Transition arm(String request, Instant now) {
        if (status.due().filter(now::isBefore).isPresent()) {
            return refused("is not due before " + status.due().orElseThrow());
        }
        if (requestHash.filter(before -> !before.equals(request)).isPresent()) {
            return refused("would send something else than before");
        }
        if (status.stage() == Stage.ARMED && status.due().isEmpty()) {
            return refused("is armed, and its answer is awaited");
        }
        return step(new Status.Armed(), attempt + 1, Optional.of(request), now);
    }

    /** What the answer to the armed call makes of it. */
    public Transition conclude(Outcome outcome, Set<Capability> capabilities, Instant now) {
        if (status.stage() != Stage.ARMED) {
            return refused("is " + status.stage() + ", so no call was made");
        }
        return step(outcome.leadsTo(new Attempt(attempt, capabilities, now)), attempt, requestHash, now);
    }

    /** The step that must be in the log before the platform is asked to take it down. */
    public Transition armTakedown(Optional<Live> seen, Instant now) {
        return status instanceof Status.Takedown takedown && takedown.stage() == Stage.TAKEDOWN_REQUESTED
                ? step(
                        takedown.seen(seen).at(Stage.TAKEDOWN_REQUESTED, Optional.empty(), Optional.empty()),
                        attempt + 1,
                        requestHash,
                        now)
                : refused("is " + status.stage() + ", so nothing is to be taken down");
    }

    /** What came of asking the platform to take it down, and of looking afterwards. */
    public Transition concludeTakedown(Removal removal, Sight after, Instant now) {
        return status instanceof Status.Takedown takedown
                ? step(new Takedowns(takedown, attempt, now).after(removal, after), attempt, requestHash, now)
                : refused("is " + status.stage() + ", so nothing was to be taken down");
    }

    /** The gate's word to the worker that it shall stop this delivery, if it still can. */
    public Delivery stopRequested(Order order, Instant now) {
        Status stop = new Status.Stopped(Stage.STOP_REQUESTED, order.reason(), order.actor());
        return new Delivery(id, terms, round, attempt, requestHash, stop, now);
    }

    /** What is live, as far as it takes to look at it and to take it down. */
    public Optional<Publication> publication() {
        return status.receipt().map(receipt -> new Publication(id, terms.idempotencyKey(), terms.platform(), receipt));
    }

    private Transition step(Status next, int attempts, Optional<String> request, Instant now) {
        return status.stage().mayBecome(next.stage())
                ? new Transition.Moved(new Delivery(id, terms, round, attempts, request, next, now))
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
