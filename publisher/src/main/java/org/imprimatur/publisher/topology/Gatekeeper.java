package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.publisher.gate.Decision;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.ReleaseGate;
import org.imprimatur.publisher.gate.Stops;
import org.imprimatur.publisher.wire.CommandRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.DraftRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the gate decides: remembers it, writes it down for everybody, and tells the worker.
 *
 * <p>What the worker has (PREPARED, ARMED, RETRY_AT, TAKEDOWN_REQUESTED) only the worker steps; the gate asks it to stop,
 * and follows what it says. Everything else the gate steps itself, so a delivery has one writer at any time.
 */
final class Gatekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
    private static final String NO_PLATFORM = "";

    private final ReleaseGate gate;
    private final PostBook book;
    private final Registers registers;
    private final Watch watch;
    private final Outbound out;
    private final CommandDesk desk;
    private final Revocations revocations;

    Gatekeeper(ReleaseGate gate, PostBook book, Registers registers, Watch watch, Outbound out) {
        this.gate = gate;
        this.book = book;
        this.registers = registers;
        this.watch = watch;
        this.out = out;
        this.desk = new CommandDesk(this, book, out);
        this.revocations = new Revocations(this, book, registers, watch, out);
    }

    void drafted(DraftRecord draft, Instant now) {
        if (draft.revision() > book.newestDraft(draft.postId())) {
            book.newestDraft(draft.postId(), draft.revision());
            supersede(draft.postId(), draft.revision(), now);
        }
    }

    void cleared(ReleaseRecord release, Instant now) {
        judge(release, now);
    }

    void asked(CommandRecord command, Instant now) {
        desk.asked(command, now);
    }

    /** Looks at what is due, and whether anything was revoked. */
    void look(Instant now) {
        revocations.look(now);
        book.due(now).forEach(release -> judge(release, now));
    }

    /** Follows a step of the worker; the gate's own steps, read back, are old news. */
    void heard(Delivery step, Instant now) {
        Stage stage = step.status().stage();
        Optional<Delivery> known = book.delivery(step.id().text());
        boolean isOld = known.filter(before -> isOld(step, before)).isPresent();
        if (stage == Stage.SCHEDULED || stage == Stage.PREPARED || isOld) {
            return;
        }
        book.put(step);
        follow(step, now);
    }

    private static boolean isOld(Delivery step, Delivery known) {
        Stage stands = known.status().stage();
        return step.round() < known.round()
                || stands.isAtTheGate()
                || !stands.mayBecome(step.status().stage());
    }

    /** Judges again what waits. */
    void judge(ReleaseRecord release, Instant now) {
        Clearance clearance = release.clearance();
        Circumstances known = registers.of(clearance);
        String platform = known.account().map(Destination::platform).orElse(NO_PLATFORM);
        Decision decision = gate.decide(clearance, known, book.ledger(release.postId()), now);
        boolean isDecided = decision.fold(new Decision.Fold<Boolean>(
                publish -> letOut(release, publish, now),
                wait -> waiting(release, platform, wait, now),
                end -> ended(release, platform, end, now),
                ignore -> ignored(release, ignore)));
        if (isDecided) {
            supersede(release.postId(), release.id().revision(), now);
        }
    }

    /** Takes a step of the gate's own: remembers it, says it, and does what follows. */
    void take(Delivery step, Instant now) {
        book.put(step);
        if (step.status().stage() == Stage.TAKEDOWN_REQUESTED) {
            out.both(step);
        } else {
            out.deliveries(DeliveryRecord.step(step));
        }
        LOG.atInfo()
                .addKeyValue("delivery", step.id())
                .addKeyValue("stage", step.status().stage())
                .addKeyValue("reason", step.status().explanation().orElse(""))
                .log("gate_decided");
        follow(step, now);
    }

    /** Does what an order means for a delivery; answers why it does not. */
    Optional<String> give(Order order, Delivery known, Instant now) {
        Stops.Consequence consequence = Stops.of(order, known);
        if (consequence.isKept()) {
            book.keep(known.id(), order, now);
        }
        if (consequence.tellsTheWorker()) {
            out.calls(DeliveryRecord.step(known.stopRequested(order, now)));
        }
        consequence
                .becomes()
                .flatMap(next -> known.become(next, now).delivery())
                .ifPresent(step -> take(step, now));
        return consequence.refusal();
    }

    private void follow(Delivery step, Instant now) {
        Optional<Order> order = book.order(step.id());
        Optional<Status> ordered = order.flatMap(given -> Stops.afterwards(given, step.status()));
        Stage stage = step.status().stage();
        if (stage == Stage.PUBLISHED || stage.isFinal()) {
            book.forgetOrder(step.id());
        }
        if (ordered.isPresent()) {
            step.become(ordered.get(), now).delivery().ifPresent(next -> take(next, now));
        } else if (stage == Stage.RECHECKED) {
            book.release(step.id().text()).ifPresent(release -> out.drafts(release.draft()));
        }
        if (stage == Stage.RECHECKED || stage == Stage.PUBLISHED || stage.isFinal()) {
            book.forgetRelease(step.id());
        }
    }

    private boolean letOut(ReleaseRecord release, Decision.Publish publish, Instant now) {
        Delivery prepared =
                release.decided(book.delivery(release.id().text()), publish.platform(), new Status.Prepared(), now);
        remember(release);
        book.put(prepared);
        out.deliveries(release.prepared(prepared));
        out.calls(release.prepared(prepared));
        return true;
    }

    private boolean waiting(ReleaseRecord release, String platform, Decision.Wait wait, Instant now) {
        Optional<Delivery> before = book.delivery(release.id().text());
        Delivery scheduled = release.decided(before, platform, new Status.Scheduled(wait.until(), wait.reason()), now);
        remember(release);
        boolean saidBefore = before.filter(known -> known.status().stage() == Stage.SCHEDULED)
                .flatMap(known -> known.status().explanation())
                .filter(wait.reason()::equals)
                .isPresent();
        book.put(scheduled);
        if (!saidBefore) {
            out.deliveries(DeliveryRecord.step(scheduled));
        }
        return true;
    }

    private boolean ended(ReleaseRecord release, String platform, Decision.End end, Instant now) {
        remember(release);
        take(release.decided(book.delivery(release.id().text()), platform, end.status(), now), now);
        return end.status().stage() != Stage.REJECTED && end.status().stage() != Stage.CANCELLED;
    }

    private static boolean ignored(ReleaseRecord release, Decision.Ignore ignore) {
        LOG.atInfo()
                .addKeyValue("delivery", release.id())
                .addKeyValue("reason", ignore.reason())
                .log("release_ignored");
        return false;
    }

    private void remember(ReleaseRecord release) {
        book.keep(release);
        watch.add(release.id(), release.authorizations(), release.pictures());
    }

    private void supersede(String postId, int revision, Instant now) {
        Order order = new Order(Order.Kind.CANCEL, Status.Stopped.GATE, ReleaseGate.superseded(revision), 0);
        book.ledger(postId).supersededBy(revision).stream()
                .filter(older -> book.order(older.id()).isEmpty())
                .forEach(older -> give(order, older, now));
    }
}
