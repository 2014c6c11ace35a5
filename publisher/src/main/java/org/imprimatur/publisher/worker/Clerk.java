package org.imprimatur.publisher.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.delivery.Transition;
import org.imprimatur.publisher.wire.IdempotencyKeys;
import org.imprimatur.publisher.worker.PartitionDesk.Open;

/** Decides what to do next for an open delivery; touches nothing. */
final class Clerk {
    /** How long a thaw, or a connector that was set up again, may go unnoticed. */
    private static final Duration LOOKS_AT_OBSTACLES = Duration.ofSeconds(5);

    private final Map<String, Connector> connectors;
    private final Function<String, Optional<String>> obstacles;

    /**
     * A clerk with these connectors.
     *
     * @param connectors by platform
     * @param obstacles why nothing may go out on an account now, if so
     */
    Clerk(Map<String, Connector> connectors, Function<String, Optional<String>> obstacles) {
        this.connectors = Map.copyOf(connectors);
        this.obstacles = obstacles;
    }

    /**
     * What to do.
     *
     * @param step where the delivery stands then
     * @param isNews whether the step must be in the log before anything else
     * @param call to be made after that
     */
    record Move(Delivery step, boolean isNews, Optional<Call> call) {}

    /** What to do for a delivery that is due and whose account is free; a refusal says why there is nothing to do. */
    Move next(int partition, Open open, Instant now) {
        Optional<String> platform =
                IdempotencyKeys.platform(open.now().id(), open.now().idempotencyKey(), connectors.keySet());
        Optional<Post> post = platform.filter(p -> open.origin().holdsWhatWasReleased())
                .flatMap(p -> open.origin().post(p));
        if (open.now().status().stage() == Stage.ARMED) {
            return settle(partition, open.now(), post, now);
        }
        if (platform.isPresent() && post.isEmpty()) {
            return said(open.now().become(new Status.Rejected("the content is not what was released"), now), open);
        }
        Optional<String> obstacle = post.isEmpty()
                ? Optional.of("no connector for its platform is set up")
                : obstacles.apply(open.now().id().account());
        return obstacle.map(why -> postpone(open, why, now))
                .orElseGet(() -> publish(partition, open, post.orElseThrow(), now));
    }

    /** Where a delivery stands after an answer. */
    Move after(Open open, Call call, Outcome outcome, Instant now) {
        return said(open.now().conclude(outcome, call.connector().capabilities(), now), open);
    }

    private Move publish(int partition, Open open, Post post, Instant now) {
        Move armed = said(open.now().arm(now), open);
        return new Move(
                armed.step(),
                armed.isNews(),
                Optional.of(call(partition, armed.step(), post, Call.Purpose.PUBLISH))
                        .filter(c -> armed.isNews()));
    }

    private Move settle(int partition, Delivery armed, Optional<Post> post, Instant now) {
        if (post.isEmpty()) {
            Outcome unknown =
                    new Outcome.Unknown("it was sent perhaps, and its platform or content is not known here any more");
            return new Move(armed.conclude(unknown, Set.of(), now).delivery().orElseThrow(), true, Optional.empty());
        }
        return new Move(armed, false, Optional.of(call(partition, armed, post.get(), Call.Purpose.SETTLE)));
    }

    private Call call(int partition, Delivery armed, Post post, Call.Purpose purpose) {
        Connector connector =
                Optional.ofNullable(connectors.get(post.platform())).orElseThrow();
        return new Call(partition, armed, post, connector, purpose);
    }

    /** Waits a little; says so once, not at every look. */
    private static Move postpone(Open open, String why, Instant now) {
        boolean known = open.now().status().explanation().filter(why::equals).isPresent();
        Move move = said(open.now().become(new Status.RetryAt(now.plus(LOOKS_AT_OBSTACLES), why), now), open);
        return new Move(move.step(), move.isNews() && !known, Optional.empty());
    }

    private static Move said(Transition transition, Open open) {
        return transition
                .delivery()
                .map(step -> new Move(step, true, Optional.empty()))
                .orElseGet(() -> new Move(open.now(), false, Optional.empty()));
    }
}
