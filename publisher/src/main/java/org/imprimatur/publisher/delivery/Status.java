package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A {@link Stage} with what is known in it; reasons are for people and never hold draft text. */
public sealed interface Status {
    Stage stage();

    /** Why it is so, where that needs saying. */
    default Optional<String> explanation() {
        return Optional.empty();
    }

    /** When the next step is due, where it waits for a time. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** What the platform calls it, once it said so. */
    default Optional<Receipt> receipt() {
        return Optional.empty();
    }

    /** Who asked for it, where somebody did. */
    default Optional<String> actor() {
        return Optional.empty();
    }

    record Scheduled(Instant dueAt, String reason) implements Status {
        @Override
        public Stage stage() {
            return Stage.SCHEDULED;
        }

        @Override
        public Optional<String> explanation() {
            return Optional.of(reason);
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(dueAt);
        }
    }

    record Prepared() implements Status {
        @Override
        public Stage stage() {
            return Stage.PREPARED;
        }
    }

    /**
     * Armed, and perhaps sent.
     *
     * @param due when the call is repeated because its answer said nothing; empty while the answer is awaited
     * @param explanation why it is repeated
     */
    record Armed(Optional<Instant> due, Optional<String> explanation) implements Status {
        public Armed() {
            this(Optional.empty(), Optional.empty());
        }

        @Override
        public Stage stage() {
            return Stage.ARMED;
        }
    }

    /**
     * Live.
     *
     * @param liveHash of what was read back, where the platform gave it
     */
    record Published(Receipt live, Optional<String> liveHash) implements Status {
        public Published(Receipt live) {
            this(live, Optional.empty());
        }

        @Override
        public Stage stage() {
            return Stage.PUBLISHED;
        }

        @Override
        public Optional<Receipt> receipt() {
            return Optional.of(live);
        }
    }

    record Rejected(String reason) implements Status {
        @Override
        public Stage stage() {
            return Stage.REJECTED;
        }

        @Override
        public Optional<String> explanation() {
            return Optional.of(reason);
        }
    }

    record RetryAt(Instant dueAt, String reason) implements Status {
        @Override
        public Stage stage() {
            return Stage.RETRY_AT;
        }

        @Override
        public Optional<String> explanation() {
            return Optional.of(reason);
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(dueAt);
        }
    }

    record Unconfirmed(String reason) implements Status {
        @Override
        public Stage stage() {
            return Stage.UNCONFIRMED;
        }

        @Override
        public Optional<String> explanation() {
            return Optional.of(reason);
        }
    }

    /**
     * It did not go out, or shall not.
     *
     * @param stage CANCELLED, EXPIRED, RECHECKED or STOP_REQUESTED
     * @param by who asked for it; the gate itself for what time or a change of rules did
     */
    record Stopped(Stage stage, String reason, String by) implements Status {
        /** Stands for whoever asked when nobody did. */
        public static final String GATE = "gate";

        private static final Set<Stage> STAGES =
                EnumSet.of(Stage.CANCELLED, Stage.EXPIRED, Stage.RECHECKED, Stage.STOP_REQUESTED);

        public Stopped {
            if (!STAGES.contains(stage)) {
                throw new IllegalArgumentException(stage + " stops nothing");
            }
        }

        @Override
        public Optional<String> explanation() {
            return Optional.of(reason);
        }

        @Override
        public Optional<String> actor() {
            return Optional.of(by);
        }
    }

    /**
     * Any of the stages of a take-down.
     *
     * @param live what is or was live
     * @param order who asked for it, and why
     * @param problem why it is not done yet, or by whom it was seen to be
     * @param due when it is tried again
     * @param evidence what the public saw before the first call to take it down
     * @param proof what a person showed for having taken it down
     */
    record Takedown(
            Stage stage,
            Receipt live,
            Order order,
            Optional<String> problem,
            Optional<Instant> due,
            Optional<Live> evidence,
            Optional<String> proof)
            implements Status {
        private static final Set<Stage> STAGES =
                EnumSet.of(Stage.TAKEDOWN_REQUESTED, Stage.REMOVED, Stage.TAKEDOWN_UNCONFIRMED, Stage.TAKEDOWN_TASK);

        public Takedown {
            if (!STAGES.contains(stage)) {
                throw new IllegalArgumentException(stage + " is no stage of a take-down");
            }
        }

        public Takedown(Stage stage, Receipt live, Order order) {
            this(stage, live, order, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same take-down at another stage. */
        public Takedown at(Stage next, Optional<String> why, Optional<Instant> again) {
            return new Takedown(next, live, order, why, again, evidence, proof);
        }

        /** The same with what the public sees; what was seen first is kept. */
        public Takedown seen(Optional<Live> now) {
            return new Takedown(stage, live, order, problem, due, evidence.or(() -> now), proof);
        }

        /** Ended by a person who showed {@code proof}. */
        public Takedown provenBy(String person, String shown) {
            return new Takedown(
                    Stage.REMOVED,
                    live,
                    order,
                    Optional.of("taken down by hand, says " + person),
                    Optional.empty(),
                    evidence,
                    Optional.of(shown));
        }

        @Override
        public Optional<String> explanation() {
            return Optional.of(problem.map(why -> order.reason() + "; " + why).orElse(order.reason()));
        }

        @Override
        public Optional<Receipt> receipt() {
            return Optional.of(live);
        }

        @Override
        public Optional<String> actor() {
            return Optional.of(order.actor());
        }
    }
}
