package org.imprimatur.publisher.worker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.publisher.wire.PublisherSerdes;

/** Knows what the compacted topics say by now: a tail of all of them, read to their ends before the first look. */
final class RegisterBook implements AutoCloseable {
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final WorkerTopics topics;
    private final Pages pages;
    private final Consumer<byte[], byte[]> consumer;

    private RegisterBook(WorkerSettings settings, PublisherSerdes serdes) {
        this.topics = settings.topics();
        this.pages = new Pages(serdes);
        this.consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
    }

    /** Returns when everything that the topics hold now was read. */
    static RegisterBook open(WorkerSettings settings, PublisherSerdes serdes, InstantSource clock) {
        RegisterBook book = new RegisterBook(settings, serdes);
        try {
            book.readToEnd(clock);
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

    /** Everything that this release rests on. */
    Circumstances of(Clearance release) {
        return pages.of(release);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void readToEnd(InstantSource clock) {
        List<TopicPartition> partitions = topics.registers().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Instant until = clock.instant().plus(READ_WITHIN);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (clock.instant().isAfter(until)) {
                throw new TimeoutException("the registers could not be read in time");
            }
            consumer.poll(POLL).forEach(this::read);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        String topic = record.topic();
        if (topic.equals(topics.accounts())) {
            pages.account(key, record);
        } else if (topic.equals(topics.policies())) {
            pages.policy(key, record);
        } else if (topic.equals(topics.authorizations())) {
            pages.authorization(key, record);
        } else {
            pages.blocked(key, record);
        }
    }
}
