package org.imprimatur.publisher.worker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.wire.DeliveryRecord;

/**
 * Appends to one partition of the calls, as the only one who can, and tells everybody in the same transaction.
 *
 * <p>Opening it fences whoever appended before: a worker that was paused and has lost the partition can't arm anything
 * any more, so it makes no call. That is why this is a transactional producer and not a plain one.
 */
final class DeliveryLog implements AutoCloseable {
    private final WorkerTopics topics;
    private final int partition;
    private final Serializer<DeliveryRecord> serializer;
    private final Producer<byte[], byte[]> producer;

    DeliveryLog(WorkerSettings settings, int partition, Serializer<DeliveryRecord> serializer) {
        this.topics = settings.topics();
        this.partition = partition;
        this.serializer = serializer;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                settings.group() + "-" + settings.topics().calls() + "-" + partition,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                10_000,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
        try {
            producer.initTransactions();
        } catch (RuntimeException refused) {
            producer.close();
            throw refused;
        }
    }

    /** Returns when all of it is in the log for good; throws when that is not known, and then nobody may act on it. */
    void append(List<Delivery> steps) {
        if (steps.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (Delivery step : steps) {
            byte[] value = serializer.serialize(topics.calls(), DeliveryRecord.step(step));
            send(new ProducerRecord<>(topics.calls(), partition, utf8(step.id().account()), value));
            send(new ProducerRecord<>(topics.deliveries(), utf8(step.id().postId()), value));
        }
        producer.commitTransaction();
    }

    /** Keeps what can't be read where a person sees it; the headers are the ones that Kafka Streams writes. */
    void appendUnreadable(ConsumerRecord<byte[], byte[]> record, RuntimeException why) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topics.deadLetters(), record.key(), record.value());
        letter.headers()
                .add("__streams.errors.exception", utf8(why.getClass().getName()))
                .add("__streams.errors.topic", utf8(record.topic()))
                .add("__streams.errors.partition", utf8(Integer.toString(record.partition())))
                .add("__streams.errors.offset", utf8(Long.toString(record.offset())));
        producer.beginTransaction();
        send(letter);
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws when any of them failed
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
