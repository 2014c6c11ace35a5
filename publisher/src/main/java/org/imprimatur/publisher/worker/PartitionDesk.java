package org.imprimatur.publisher.worker;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.DeliveryRecord;

/**
 * What is open in one partition: first folded from the log up to its end, then led by this worker alone.
 *
 * <p>After the end only the gate's words say something new (PREPARED, STOP_REQUESTED, and TAKEDOWN_REQUESTED before its
 * first call), since nobody else can append another stage (see {@link DeliveryLog}); our own steps, read back, are old
 * news.
 */
final class PartitionDesk {
    /** How many finished ones are remembered, so that a second PREPARED of one of them is not taken up. */
    private static final int REMEMBERED = 10_000;

    private static final Comparator<Open> TAKEDOWNS_FIRST =
            Comparator.comparingInt(Open::urgency).reversed();

    /**
     * One that needs something done.
     *
     * @param origin its first record, with the content
     * @param now where it stands
     * @param offset of the first record; nothing from here on may be committed
     * @param stop what it becomes if it is certainly not live; empty while nobody asked to stop it
     */
    record Open(DeliveryRecord origin, Delivery now, long offset, Optional<Status> stop) {
        Open at(Delivery step) {
            return new Open(origin, step, offset, stop);
        }

        private Open stoppedBy(Status.Stopped word) {
            return new Open(
                    origin, now, offset, Optional.of(new Status.Stopped(Stage.CANCELLED, word.reason(), word.by())));
        }

        private int urgency() {
            return now.status() instanceof Status.Takedown takedown
                    ? 1 + Math.max(0, takedown.order().priority())
                    : 0;
        }
    }

    private final long end;
    private final Map<DeliveryId, Open> open = new LinkedHashMap<>();
    private final Map<DeliveryId, Integer> closedRounds = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeliveryId, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean caughtUp;

    /**
     * An empty desk.
     *
     * @param end the offset after the last record that anybody wrote before this worker took over
     */
    PartitionDesk(long end) {
        this.end = end;
    }

    /** Takes in the record at {@code offset}; records come in the order of the log. */
    void read(long offset, DeliveryRecord record) {
        Delivery delivery = record.delivery();
        if (delivery.status() instanceof Status.Stopped word && word.stage() == Stage.STOP_REQUESTED) {
            open.computeIfPresent(delivery.id(), (id, entry) -> entry.stoppedBy(word));
            return;
        }
        boolean isOver = closedRounds.getOrDefault(delivery.id(), -1) >= delivery.round();
        Stage stage = delivery.status().stage();
        boolean takesDown = stage == Stage.TAKEDOWN_REQUESTED && delivery.attempt() == 0;
        if (takesDown || (stage == Stage.PREPARED && !isOver)) {
            open.putIfAbsent(delivery.id(), new Open(record, delivery, offset, Optional.empty()));
        } else if (offset < end && !isOver) {
            open.putIfAbsent(delivery.id(), new Open(record, delivery, offset, Optional.empty()));
            take(delivery);
        } else if (offset < end && open.containsKey(delivery.id())) {
            take(delivery);
        }
    }

    /** Says how far the log was read. */
    void readTo(long position) {
        caughtUp |= position >= end;
    }

    /** Whether all that was there before was read, so that it is safe to act. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Those that are due: take-downs first, by priority, then the oldest. */
    List<Open> due(Instant now) {
        return open.values().stream()
                .filter(entry ->
                        entry.now().status().due().filter(now::isBefore).isEmpty())
                .sorted(TAKEDOWNS_FIRST)
                .toList();
    }

    Optional<Open> find(DeliveryId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Goes on with {@code step}; it is in the log, or says nothing that must be. */
    void take(Delivery step) {
        if (step.status().stage().isOpen()) {
            open.computeIfPresent(step.id(), (id, entry) -> entry.at(step));
        } else {
            open.remove(step.id());
            closedRounds.put(step.id(), step.round());
        }
    }

    /** The offset before which nothing is open; empty when nothing is open at all. */
    OptionalLong earliestOpen() {
        return open.values().stream().mapToLong(Open::offset).min();
    }
}
