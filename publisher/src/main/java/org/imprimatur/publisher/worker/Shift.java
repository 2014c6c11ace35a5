package org.imprimatur.publisher.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.wire.PublisherSerdes;

/**
 * One working life: takes over partitions, reads each to its end, then acts, until told to stop or until something
 * breaks.
 *
 * <p>Whatever breaks is thrown; then nothing in memory counts, and the next shift learns all from the log.
 */
final class Shift implements ConsumerRebalanceListener, AutoCloseable {
    private static final Duration POLL_WHILE_CALLING = Duration.ofMillis(5);
    private static final Duration POLL_WHILE_IDLE = Duration.ofMillis(100);
    private static final Duration COMMITS_EVERY = Duration.ofSeconds(1);

    private final WorkerSettings settings;
    private final PublisherSerdes serdes;
    private final InstantSource clock;
    private final Consumer<Delivery> heard;
    private final DeliveryReader reader;
    private final RegisterBook registers;
    private final Calls calls;
    private final Clerk clerk;
    private final Map<TopicPartition, OwnedPartition> owned = new HashMap<>();
    private Instant nextCommit = Instant.MIN;
    private boolean assigned;
    private boolean trusted = true;

    /**
     * Opens everything that a shift needs.
     *
     * @param heard told of every step of ours that is in the log
     */
    Shift(
            WorkerSettings settings,
            PublisherSerdes serdes,
            Map<String, Connector> connectors,
            InstantSource clock,
            Consumer<Delivery> heard) {
        this.settings = settings;
        this.serdes = serdes;
        this.clock = clock;
        this.heard = heard;
        this.registers = RegisterBook.open(settings, serdes, clock);
        this.clerk = new Clerk(connectors, registers::of);
        this.calls = new Calls(settings.callsAtOnce());
        this.reader = new DeliveryReader(settings);
    }

    /**
     * Works while {@code goesOn}.
     *
     * @param ready told each time when it is known whether all partitions were read to their ends
     */
    void run(BooleanSupplier goesOn, Consumer<Boolean> ready) {
        reader.subscribe(this);
        try {
            while (goesOn.getAsBoolean()) {
                turn();
                ready.accept(assigned && owned.values().stream().allMatch(OwnedPartition::isCaughtUp));
            }
        } catch (RuntimeException | Error breach) {
            trusted = false;
            throw breach;
        }
    }

    private void turn() {
        for (ConsumerRecord<byte[], byte[]> record :
                reader.poll(calls.areIdle() ? POLL_WHILE_IDLE : POLL_WHILE_CALLING)) {
            Optional.ofNullable(owned.get(new TopicPartition(record.topic(), record.partition())))
                    .ifPresent(partition -> partition.read(record));
        }
        registers.refresh();
        Instant now = clock.instant();
        calls.answered(now).forEach(answer -> hear(answer, now));
        owned.forEach((name, partition) -> {
            partition.readTo(reader.position(name));
            if (partition.isCaughtUp()) {
                partition.decide(clerk, calls, now);
                partition.write(calls);
            }
        });
        if (!now.isBefore(nextCommit)) {
            owned.forEach(this::commit);
            nextCommit = now.plus(COMMITS_EVERY);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        assigned = true;
        for (TopicPartition name : added) {
            DeliveryLog log = new DeliveryLog(
                    settings, name.partition(), serdes.deliveries().serializer());
            // after the log was opened nobody else can append, so its end now is the end of what others did
            owned.put(
                    name,
                    new OwnedPartition(
                            name.partition(),
                            reader.end(name),
                            log,
                            serdes.deliveries().deserializer(),
                            heard));
        }
    }

    /** Waits a while for answers, writes them, and gives the partitions up. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> given) {
        if (trusted) {
            finish(given);
        }
        onPartitionsLost(given);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        lost.forEach(name -> Optional.ofNullable(owned.remove(name)).ifPresent(OwnedPartition::close));
    }

    /** Leaves the group, which gives the partitions up. */
    @Override
    public void close() {
        reader.close();
        owned.values().forEach(OwnedPartition::close);
        calls.close();
        registers.close();
    }

    private void finish(Collection<TopicPartition> given) {
        Instant end = clock.instant().plus(settings.stopsWithin());
        Instant now = clock.instant();
        while (given.stream().anyMatch(name -> calls.anyOf(name.partition())) && now.isBefore(end)) {
            Instant heardAt = now;
            calls.next(Duration.between(now, end), now).ifPresent(answer -> hear(answer, heardAt));
            now = clock.instant();
        }
        for (TopicPartition name : given) {
            Optional.ofNullable(owned.get(name)).ifPresent(partition -> {
                partition.write(calls);
                commit(name, partition);
            });
        }
    }

    private void hear(Calls.Answer answer, Instant now) {
        TopicPartition name =
                new TopicPartition(settings.topics().calls(), answer.call().partition());
        Optional.ofNullable(owned.get(name)).ifPresent(partition -> partition.hear(answer, clerk, calls, now));
    }

    private void commit(TopicPartition name, OwnedPartition partition) {
        OptionalLong offset =
                partition.isCaughtUp() ? partition.committable(reader.position(name)) : OptionalLong.empty();
        if (offset.isPresent() && reader.commit(name, offset.getAsLong())) {
            partition.committed(offset.getAsLong());
        }
    }
}
