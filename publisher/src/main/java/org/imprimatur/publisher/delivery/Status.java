package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.Optional;

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

    record Armed() implements Status {
        @Override
        public Stage stage() {
            return Stage.ARMED;
        }
    }

    record Published(Receipt live) implements Status {
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
     * Any of the three stages of a take-down.
     *
     * @param stage one of the take-down stages
     * @param taken what is or was live, when it was known
     * @param reason why it shall go, or why that is not known to be done
     */
    record Takedown(Stage stage, Optional<Receipt> taken, Optional<String> reason) implements Status {
        public Takedown {
            if (stage != Stage.TAKEDOWN_REQUESTED && stage != Stage.REMOVED && stage != Stage.TAKEDOWN_UNCONFIRMED) {
                throw new IllegalArgumentException(stage + " is no stage of a take-down");
            }
        }

        @Override
        public Optional<String> explanation() {
            return reason;
        }

        @Override
        public Optional<Receipt> receipt() {
            return taken;
        }
    }
}
