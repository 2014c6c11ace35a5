package org.imprimatur.publisher.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.worker.Clerk.Move;
import org.imprimatur.publisher.worker.PartitionDesk.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partition while it is this worker's: its desk, its log, and the steps that are decided and not yet written. */
final class OwnedPartition implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedPartition.class);

    private final int number;
    private final PartitionDesk desk;
    private final DeliveryLog log;
    private final Deserializer<DeliveryRecord> deserializer;
    private final Consumer<Delivery> heard;
    private final List<Delivery> steps = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private OptionalLong committed = OptionalLong.empty();

    /**
     * A partition of which nothing was read yet.
     *
     * @param end see {@link PartitionDesk}
     * @param heard told of every step of ours that is in the log
     */
    OwnedPartition(
            int number,
            long end,
            DeliveryLog log,
            Deserializer<DeliveryRecord> deserializer,
            Consumer<Delivery> heard) {
        this.number = number;
        this.desk = new PartitionDesk(end);
        this.log = log;
        this.deserializer = deserializer;
        this.heard = heard;
    }

    void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            desk.read(record.offset(), deserializer.deserialize(record.topic(), record.value()));
        } catch (RetriableException later) {
            throw later;
        } catch (RuntimeException unreadable) {
            LOG.atError()
                    .addKeyValue("partition", number)
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("cause", Fingerprint.of(unreadable))
                    .log("delivery_unreadable");
            log.appendUnreadable(record, unreadable);
        }
    }

    void readTo(long position) {
        desk.readTo(position);
    }

    boolean isCaughtUp() {
        return desk.isCaughtUp();
    }

    /** Takes an answer in; without effect for a delivery that no longer waits for one. */
    void hear(Calls.Answer answer, Clerk clerk, Calls inFlight, Instant now) {
        Delivery called = answer.call().delivery();
        desk.find(called.id())
                .filter(open -> open.now().equals(called))
                .ifPresent(open -> take(clerk.after(open, answer.call(), answer.reply(), now), inFlight));
    }

    /** Decides about everything that is due and whose account is free; {@link #write} does it. */
    void decide(Clerk clerk, Calls inFlight, Instant now) {
        for (Open open : desk.due(now)) {
            if (inFlight.mayReserve(open.now().id().account(), now)) {
                take(clerk.next(number, open, now), inFlight);
            }
        }
    }

    /** Writes what was decided, and only then makes the calls. */
    void write(Calls inFlight) {
        log.append(steps);
        steps.forEach(heard);
        steps.clear();
        calls.forEach(inFlight::start);
        calls.clear();
    }

    /** What may be committed after reading up to {@code position}, when that is news. */
    OptionalLong committable(long position) {
        long upTo = desk.earliestOpen().orElse(position);
        return committed.isPresent() && committed.getAsLong() == upTo ? OptionalLong.empty() : OptionalLong.of(upTo);
    }

    void committed(long offset) {
        committed = OptionalLong.of(offset);
    }

    @Override
    public void close() {
        log.close();
    }

    private void take(Move move, Calls inFlight) {
        desk.take(move.step());
        if (move.isNews()) {
            steps.add(move.step());
        }
        move.call().ifPresent(call -> {
            inFlight.reserve(call);
            calls.add(call);
        });
    }
}
