package org.imprimatur.publisher.gate;

import java.time.Instant;
import java.util.function.Function;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;

/** What the gate says of a release; reasons are for people and hold no draft text. */
public sealed interface Decision {

    /** What the one function for this variant makes of it. */
    <T> T fold(Fold<T> fold);

    /**
     * One function for each variant.
     *
     * @param end what is said last about this revision, or until it is released again
     */
    record Fold<T>(
            Function<Publish, T> publish, Function<Wait, T> later, Function<End, T> end, Function<Ignore, T> ignore) {}

    /**
     * It goes out now.
     *
     * @param platform of the account, frozen with the delivery
     */
    record Publish(String platform) implements Decision {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.publish().apply(this);
        }
    }

    /**
     * It is looked at again.
     *
     * @param until when, always later than now
     */
    record Wait(Instant until, String reason) implements Decision {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.later().apply(this);
        }
    }

    /**
     * It does not go out under this release; people see why.
     *
     * @param status REJECTED, CANCELLED, EXPIRED or, when it goes back to be judged again, RECHECKED
     */
    record End(Status status) implements Decision {
        static End refused(String reason) {
            return new End(new Status.Rejected(reason));
        }

        static End cancelled(String reason) {
            return new End(new Status.Stopped(Stage.CANCELLED, reason, Status.Stopped.GATE));
        }

        static End expired(Instant at) {
            return new End(new Status.Stopped(Stage.EXPIRED, "it had to go out before " + at, Status.Stopped.GATE));
        }

        static End rechecked(String reason) {
            return new End(new Status.Stopped(Stage.RECHECKED, reason, Status.Stopped.GATE));
        }

        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.end().apply(this);
        }
    }

    /** It says nothing new about a delivery that has been decided, so nothing is written. */
    record Ignore(String reason) implements Decision {
        @Override
        public <T> T fold(Fold<T> fold) {
            return fold.ignore().apply(this);
        }
    }
}
