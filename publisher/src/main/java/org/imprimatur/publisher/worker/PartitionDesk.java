package org.imprimatur.publisher.worker;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.wire.DeliveryRecord;

/**
 * What is open in one partition: first folded from the log up to its end, then led by this worker alone.
 *
 * <p>After the end only PREPARED says something new, since nobody else can append another stage (see
 * {@link DeliveryLog}); our own steps, read back, are old news.
 */
final class PartitionDesk {
    /** How many finished ones are remembered, so that a second PREPARED of one of them is not taken up. */
    private static final int REMEMBERED = 10_000;

    /**
     * One that needs something done.
     *
     * @param origin its first record, with the content
     * @param now where it stands
     * @param offset of the first record; nothing from here on may be committed
     */
    record Open(DeliveryRecord origin, Delivery now, long offset) {
        Open at(Delivery step) {
            return new Open(origin, step, offset);
        }
    }

    private final long end;
    private final Map<DeliveryId, Open> open = new LinkedHashMap<>();
    private final Set<DeliveryId> closed = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeliveryId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
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
        if (closed.contains(delivery.id())) {
            return;
        }
        Stage stage = delivery.status().stage();
        if (stage == Stage.PREPARED) {
            open.putIfAbsent(delivery.id(), new Open(record, delivery, offset));
        } else if (offset < end && stage != Stage.SCHEDULED) {
            open.putIfAbsent(delivery.id(), new Open(record, delivery, offset));
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

    /** Those that are due, oldest first. */
    List<Open> due(Instant now) {
        return open.values().stream()
                .filter(entry ->
                        entry.now().status().due().filter(now::isBefore).isEmpty())
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
            closed.add(step.id());
        }
    }

    /** The offset before which nothing is open; empty when nothing is open at all. */
    OptionalLong earliestOpen() {
        return open.values().stream().mapToLong(Open::offset).min();
    }
}
