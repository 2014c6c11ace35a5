package org.imprimatur.publisher.gate;

import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;

/** What an order means for a delivery, by where it stands. */
public final class Stops {
    private Stops() {}

    /**
     * What is done about it.
     *
     * @param becomes the step that the gate takes itself
     * @param tellsTheWorker whether the worker has it, and must be told
     * @param isKept whether the order stays until more is known of the delivery
     * @param refusal why nothing is done, as a sentence
     */
    public record Consequence(
            Optional<Status> becomes, boolean tellsTheWorker, boolean isKept, Optional<String> refusal) {
        private static final Consequence NONE_NEEDED =
                new Consequence(Optional.empty(), false, false, Optional.empty());
        private static final Consequence WAITS = new Consequence(Optional.empty(), false, true, Optional.empty());
        private static final Consequence WORKER = new Consequence(Optional.empty(), true, true, Optional.empty());

        private static Consequence step(Status status) {
            return new Consequence(Optional.of(status), false, false, Optional.empty());
        }

        private static Consequence refused(String why) {
            return new Consequence(Optional.empty(), false, false, Optional.of(why));
        }
    }

    /** Whether a delivery at this stage has not gone out for good, so that stopping it may still help. */
    static boolean canStop(Stage stage) {
        return switch (stage) {
            case SCHEDULED, RECHECKED, PREPARED, RETRY_AT, ARMED, UNCONFIRMED -> true;
            case PUBLISHED, TAKEDOWN_REQUESTED, TAKEDOWN_TASK, TAKEDOWN_UNCONFIRMED -> false;
            case REJECTED, CANCELLED, EXPIRED, REMOVED, STOP_REQUESTED -> false;
        };
    }

    public static Consequence of(Order order, Delivery known) {
        return switch (known.status().stage()) {
            case SCHEDULED, RECHECKED -> Consequence.step(order.cancelled());
            case PREPARED, RETRY_AT, ARMED -> Consequence.WORKER;
            case UNCONFIRMED -> Consequence.WAITS;
            case PUBLISHED, TAKEDOWN_TASK, TAKEDOWN_UNCONFIRMED, TAKEDOWN_REQUESTED -> live(order, known);
            case REJECTED, CANCELLED, EXPIRED, REMOVED, STOP_REQUESTED ->
                Consequence.refused("it is " + known.status().stage() + ": nothing of it waits or is live");
        };
    }

    /** What a kept order means for a step that was heard from the worker. */
    public static Optional<Status> afterwards(Order order, Status heard) {
        if (heard.stage() == Stage.PUBLISHED && order.kind() == Order.Kind.TAKE_DOWN) {
            return heard.receipt().map(order::requested);
        }
        return heard.stage().isAtTheGate() ? Optional.of(order.cancelled()) : Optional.empty();
    }

    private static Consequence live(Order order, Delivery known) {
        if (order.kind() == Order.Kind.CANCEL) {
            return Consequence.refused("it is live already; ask for a take-down");
        }
        if (known.status().stage() == Stage.TAKEDOWN_REQUESTED) {
            return Consequence.NONE_NEEDED;
        }
        Receipt receipt = known.status().receipt().orElseThrow();
        return Consequence.step(
                known.status() instanceof Status.Takedown before
                        ? new Status.Takedown(Stage.TAKEDOWN_REQUESTED, receipt, order).seen(before.evidence())
                        : order.requested(receipt));
    }
}
