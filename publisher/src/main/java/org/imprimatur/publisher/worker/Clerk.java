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
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.delivery.Transition;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.publisher.gate.Decision;
import org.imprimatur.publisher.gate.Recheck;
import org.imprimatur.publisher.wire.IdempotencyKeys;
import org.imprimatur.publisher.wire.RequestHash;
import org.imprimatur.publisher.worker.PartitionDesk.Open;

/** Decides what to do next for an open delivery; touches nothing. */
final class Clerk {
    /** How long a connector that was set up again may go unnoticed. */
    private static final Duration LOOKS_AT_OBSTACLES = Duration.ofSeconds(5);

    private static final String NO_CONNECTOR = "no connector for its platform is set up";
    private static final String MAY_BE_LIVE = "it may be live, and it may not go out any more: ";

    private final Map<String, Connector> connectors;
    private final Function<Clearance, Circumstances> registers;

    /**
     * A clerk with these connectors.
     *
     * @param connectors by platform
     * @param registers what is known now of everything that a release rests on
     */
    Clerk(Map<String, Connector> connectors, Function<Clearance, Circumstances> registers) {
        this.connectors = Map.copyOf(connectors);
        this.registers = registers;
    }

    /**
     * What to do.
     *
     * @param step where the delivery stands then
     * @param isNews whether the step must be in the log before anything else
     * @param call to be made after that
     */
    record Move(Delivery step, boolean isNews, Optional<Call> call) {
        Move then(Call next) {
            return new Move(step, isNews, isNews ? Optional.of(next) : Optional.empty());
        }
    }

    /** What to do for a delivery that is due and whose account is free. */
    Move next(int partition, Open open, Instant now) {
        Stage stage = open.now().status().stage();
        if (stage == Stage.TAKEDOWN_REQUESTED) {
            return takeDown(partition, open, now);
        }
        Optional<Post> post =
                open.origin().holdsWhatWasReleased() ? open.origin().post() : Optional.empty();
        boolean isOpen = open.now().status().due().isEmpty();
        if (stage == Stage.ARMED && isOpen) {
            return settle(partition, open.now(), post, now);
        }
        Optional<Status> obstacle = open.stop().or(() -> obstacle(open, post, now));
        return obstacle.map(why -> hindered(open, why, now))
                .orElseGet(() -> publish(partition, open, post.orElseThrow(), now));
    }

    /** Where a delivery stands after an answer, and what follows at once. */
    Move after(Open open, Call call, Reply reply, Instant now) {
        Move move = said(reply.leads().apply(open.now(), now), open);
        return call instanceof Call.Look look
                ? move.then(new Call.TakeDown(look.partition(), move.step(), look.connector(), look.live()))
                : move;
    }

    private Optional<Status> obstacle(Open open, Optional<Post> post, Instant now) {
        if (post.isEmpty()) {
            return Optional.of(new Status.Rejected("the content is not what was released"));
        }
        if (connector(open.now()).isEmpty()) {
            return Optional.of(new Status.RetryAt(now.plus(LOOKS_AT_OBSTACLES), NO_CONNECTOR));
        }
        Clearance release = open.origin().clearance().orElseThrow();
        Decision.Fold<Optional<Status>> asStatus = new Decision.Fold<>(
                publish -> Optional.empty(),
                wait -> Optional.of(new Status.RetryAt(wait.until(), wait.reason())),
                end -> Optional.of(end.status()),
                ignore -> Optional.empty());
        return Recheck.now(release, registers.apply(release), now).flatMap(decision -> decision.fold(asStatus));
    }

    /** What is certainly not live ends or waits; what may be live waits, or goes to a person. */
    private static Move hindered(Open open, Status why, Instant now) {
        String reason = why.explanation().orElse("");
        boolean mayBeLive = open.now().status().stage() == Stage.ARMED;
        if (why instanceof Status.RetryAt wait) {
            boolean known =
                    open.now().status().explanation().filter(reason::equals).isPresent();
            Status waiting = mayBeLive ? new Status.Armed(wait.due(), wait.explanation()) : wait;
            Move move = said(open.now().become(waiting, now), open);
            return new Move(move.step(), move.isNews() && !known, Optional.empty());
        }
        return said(open.now().become(mayBeLive ? new Status.Unconfirmed(MAY_BE_LIVE + reason) : why, now), open);
    }

    private Move publish(int partition, Open open, Post post, Instant now) {
        Transition armed = open.now().arm(RequestHash.of(post), now);
        if (armed instanceof Transition.Refused refused) {
            return said(open.now().become(new Status.Unconfirmed(refused.reason()), now), open);
        }
        Move move = said(armed, open);
        return move.then(
                new Call.Publish(partition, move.step(), connector(open.now()).orElseThrow(), post));
    }

    private Move settle(int partition, Delivery armed, Optional<Post> post, Instant now) {
        Optional<Connector> connector = connector(armed);
        if (post.isEmpty() || connector.isEmpty()) {
            Outcome unknown =
                    new Outcome.Unknown("it was sent perhaps, and its platform or content is not known here any more");
            return new Move(armed.conclude(unknown, Set.of(), now).delivery().orElseThrow(), true, Optional.empty());
        }
        return new Move(armed, false, Optional.of(new Call.Settle(partition, armed, connector.get(), post.get())));
    }

    /** Looks first while there is no evidence; then takes it down. */
    private Move takeDown(int partition, Open open, Instant now) {
        Delivery requested = open.now();
        Status.Takedown takedown = (Status.Takedown) requested.status();
        Publication live = requested.publication().orElseThrow();
        Optional<Connector> connector = connector(requested);
        if (connector.isEmpty()) {
            Status task = takedown.at(Stage.TAKEDOWN_TASK, Optional.of(NO_CONNECTOR), Optional.empty());
            return said(requested.become(task, now), open);
        }
        if (takedown.evidence().isEmpty()) {
            return new Move(requested, false, Optional.of(new Call.Look(partition, requested, connector.get(), live)));
        }
        Move armed = said(requested.armTakedown(Optional.empty(), now), open);
        return armed.then(new Call.TakeDown(partition, armed.step(), connector.get(), live));
    }

    /** The connector of the platform for which it was let through, and of no other. */
    private Optional<Connector> connector(Delivery delivery) {
        String platform = delivery.terms().platform();
        return IdempotencyKeys.of(delivery.id(), platform)
                        .equals(delivery.terms().idempotencyKey())
                ? Optional.ofNullable(connectors.get(platform))
                : Optional.empty();
    }

    private static Move said(Transition transition, Open open) {
        return transition
                .delivery()
                .map(step -> new Move(step, true, Optional.empty()))
                .orElseGet(() -> new Move(open.now(), false, Optional.empty()));
    }
}
