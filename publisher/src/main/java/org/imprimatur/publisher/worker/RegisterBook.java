package org.imprimatur.publisher.worker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.ReleaseGate;
import org.imprimatur.publisher.wire.PublisherSerdes;

/** Knows which accounts are frozen, as the topic of accounts says by now. */
final class AccountBook implements AutoCloseable {
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final PublisherSerdes serdes;
    private final Map<String, Destination> accounts = new HashMap<>();
    private final Consumer<byte[], byte[]> consumer;

    private AccountBook(WorkerSettings settings, PublisherSerdes serdes) {
        this.serdes = serdes;
        this.consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
    }

    /** Returns when everything that the topic holds now was read. */
    static AccountBook open(WorkerSettings settings, PublisherSerdes serdes, InstantSource clock) {
        AccountBook book = new AccountBook(settings, serdes);
        try {
            book.readToEnd(settings.accounts(), clock);
            return book;
        } catch (RuntimeException failure) {
            book.close();
            throw failure;
        }
    }

    /** Takes in what has changed, without waiting. */
    void refresh() {
        consumer.poll(Duration.ZERO).forEach(this::read);
    }

    /** Why nothing may go out on the account now; empty when it may. */
    Optional<String> obstacle(String account) {
        return Optional.ofNullable(accounts.get(account))
                .map(known -> known.frozen().map(why -> ReleaseGate.frozen(account, why)))
                .orElseGet(() -> Optional.of("account " + account + " is not known"));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void readToEnd(String topic, InstantSource clock) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Instant until = clock.instant().plus(READ_WITHIN);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (clock.instant().isAfter(until)) {
                throw new TimeoutException("the accounts could not be read in time");
            }
            consumer.poll(POLL).forEach(this::read);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            accounts.remove(id);
        } else {
            accounts.put(id, destination(record));
        }
    }

    private Destination destination(ConsumerRecord<byte[], byte[]> record) {
        try {
            return serdes.accounts()
                    .deserializer()
                    .deserialize(record.topic(), record.value())
                    .destination();
        } catch (RetriableException later) {
            throw later;
        } catch (RuntimeException unreadable) {
            return new Destination("", Optional.of("its record can't be read"));
        }
    }
}
