package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.gate.Settlement;
import org.imprimatur.publisher.wire.CommandRecord;

/** Answers people's commands, each once: taken up for some deliveries, or refused with a reason. */
final class CommandDesk {
    private final Gatekeeper keeper;
    private final PostBook book;
    private final Outbound out;

    CommandDesk(Gatekeeper keeper, PostBook book, Outbound out) {
        this.keeper = keeper;
        this.book = book;
        this.out = out;
    }

    void asked(CommandRecord command, Instant now) {
        if (book.isAnswered(command)) {
            return;
        }
        List<String> taken = new ArrayList<>();
        Optional<String> refusal = refusal(command);
        if (refusal.isEmpty()) {
            List<String> reasons = new ArrayList<>();
            for (Delivery delivery : meant(command)) {
                carryOut(command, delivery, now)
                        .ifPresentOrElse(
                                reasons::add, () -> taken.add(delivery.id().text()));
            }
            reasons.add("there is no such delivery of this post");
            refusal = taken.isEmpty() ? Optional.of(reasons.get(0)) : Optional.empty();
        }
        out.answers(command.postId(), command.answered(taken, refusal, now));
    }

    private static Optional<String> refusal(CommandRecord command) {
        if (!command.isSigned()) {
            return Optional.of("say who asks for this, and why");
        }
        boolean meansAll =
                command.kind() == CommandRecord.Kind.TAKE_DOWN || command.kind() == CommandRecord.Kind.CANCEL;
        return command.deliveryId().isEmpty() && !meansAll
                ? Optional.of("name the delivery that you mean")
                : Optional.empty();
    }

    private List<Delivery> meant(CommandRecord command) {
        return book.ledger(command.postId()).deliveries().stream()
                .filter(known ->
                        command.deliveryId().map(known.id().text()::equals).orElse(true))
                .toList();
    }

    private Optional<String> carryOut(CommandRecord command, Delivery known, Instant now) {
        return switch (command.kind()) {
            case TAKE_DOWN -> keeper.give(command.order(Order.Kind.TAKE_DOWN), known, now);
            case CANCEL -> keeper.give(command.order(Order.Kind.CANCEL), known, now);
            case CONFIRM_LIVE -> settle(Settlement.live(known, command.url(), command.remoteId()), known, now);
            case CONFIRM_NOT_LIVE -> again(Settlement.notLive(known, command.actor(), now), known, now);
            case TASK_DONE -> settle(Settlement.taskDone(known, command.actor(), command.proof()), known, now);
            case UNKNOWN -> Optional.of("this version of the publisher does not know what is asked for");
        };
    }

    private Optional<String> settle(Settlement settlement, Delivery known, Instant now) {
        settlement.next().flatMap(next -> known.become(next, now).delivery()).ifPresent(step -> keeper.take(step, now));
        return settlement.refusal();
    }

    /** What is not live may go out, if everything that it rests on still holds. */
    private Optional<String> again(Settlement settlement, Delivery known, Instant now) {
        Optional<String> refusal = settle(settlement, known, now);
        String id = known.id().text();
        if (refusal.isEmpty()
                && book.delivery(id)
                        .filter(d -> d.status().stage() == Stage.SCHEDULED)
                        .isPresent()) {
            book.release(id).ifPresent(release -> keeper.judge(release, now));
        }
        return refusal;
    }
}
