package org.imprimatur.publisher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known after asking a platform for something; each variant says what it leads to. Reasons hold no draft text. */
public sealed interface Outcome {
    /** The status of an armed delivery after this answer. */
    Status leadsTo(Attempt attempt);

    /**
     * This outcome, or a better one when it is unknown and the platform can tell that the post is live.
     *
     * @param find asks the platform; called only when this outcome is unknown
     */
    default Outcome settledBy(Supplier<Outcome> find) {
        return this;
    }

    /**
     * It is live.
     *
     * @param liveHash of what was read back, where the platform gave it; see LiveHash
     */
    record Ok(Receipt receipt, Optional<String> liveHash) implements Outcome {
        public Ok(Receipt receipt) {
            this(receipt, Optional.empty());
        }

        @Override
        public Status leadsTo(Attempt attempt) {
            return new Status.Published(receipt, liveHash);
        }
    }

    /** It is not live, and the same request would be refused again. */
    record Rejected(String reason) implements Outcome {
        @Override
        public Status leadsTo(Attempt attempt) {
            return new Status.Rejected(reason);
        }
    }

    /** It is not live: our credentials were refused, which a person can mend without another revision. */
    record Auth(String reason) implements Outcome {
        @Override
        public Status leadsTo(Attempt attempt) {
            return attempt.isLast() ? attempt.giveUp(reason) : attempt.again(Retries.AFTER_REFUSED_CREDENTIALS, reason);
        }
    }

    /** It is not live: too many requests; the platform takes more from {@code until} on. */
    record RateLimited(Instant until) implements Outcome {
        private static final String REASON = "the platform asks for fewer requests";

        @Override
        public Status leadsTo(Attempt attempt) {
            return attempt.isLast()
                    ? attempt.giveUp(REASON)
                    : new Status.RetryAt(Retries.clamp(until, attempt.now()), REASON);
        }
    }

    /** It is not live: the request certainly never reached the platform. From {@code find}: it certainly is not there. */
    record NotSent(String reason) implements Outcome {
        @Override
        public Status leadsTo(Attempt attempt) {
            return attempt.isLast() ? attempt.giveUp(reason) : attempt.again(Duration.ZERO, reason);
        }
    }

    /** It may be live. Repeated only where repeats are harmless; else a person looks. */
    record Unknown(String reason) implements Outcome {
        @Override
        public Status leadsTo(Attempt attempt) {
            return attempt.mayBeRepeatedBlindly()
                    ? new Status.Armed(
                            Optional.of(attempt.now().plus(Retries.delay(attempt.number()))), Optional.of(reason))
                    : new Status.Unconfirmed(reason);
        }

        @Override
        public Outcome settledBy(Supplier<Outcome> find) {
            return find.get() instanceof Ok live ? live : this;
        }
    }
}
