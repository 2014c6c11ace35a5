package org.imprimatur.publisher.worker;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.delivery.Transition;

/**
 * What a platform answered, as the step that follows from it.
 *
 * @param leads from the delivery as it stands, and the time, to that step
 * @param restsUntil before when the account is not called again; the platform asked for fewer requests
 */
record Reply(BiFunction<Delivery, Instant, Transition> leads, Optional<Instant> restsUntil) {

    static Reply of(Outcome outcome, Connector connector) {
        Optional<Instant> rest =
                outcome instanceof Outcome.RateLimited limited ? Optional.of(limited.until()) : Optional.empty();
        return new Reply((armed, now) -> armed.conclude(outcome, connector.capabilities(), now), rest);
    }

    static Reply of(Sight sight) {
        Optional<Live> seen = sight instanceof Sight.Seen there ? Optional.of(there.live()) : Optional.empty();
        return new Reply((requested, now) -> requested.armTakedown(seen, now), Optional.empty());
    }

    static Reply of(Removal removal, Sight after) {
        return new Reply((requested, now) -> requested.concludeTakedown(removal, after, now), Optional.empty());
    }
}
