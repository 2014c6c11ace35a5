package org.imprimatur.publisher.worker;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;

/** Topics of their own on the shared broker, the gate's part of the writing, and workers that start and stop. */
final class WorkerWorld implements AutoCloseable {
    static final String PLATFORM = "memory";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final PublisherSerdes serdes = PublisherSerdes.of(Wire.inMemory());
    final WorkerSettings settings;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Worker> workers = new ArrayList<>();

    WorkerWorld() {
        int number = NUMBER.incrementAndGet();
        settings = new WorkerSettings(
                TestBroker.bootstrap(),
                "worker-" + number,
                "deliveries-" + number,
                "accounts-" + number,
                "dead-" + number,
                4,
                Duration.ofMillis(200));
        TopicProvisioner.ensure(
                settings.bootstrap(),
                List.of(
                        new NewTopic(settings.deliveries(), PARTITIONS, (short) 1),
                        new NewTopic(settings.accounts(), 1, (short) 1),
                        new NewTopic(settings.deadLetters(), 1, (short) 1)));
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
        account("harbor", Optional.empty());
        account("north", Optional.empty());
    }

    Worker start(Connector platform) {
        Worker worker = new Worker(
                settings, serdes, Map.of(PLATFORM, platform), InstantSource.system(), new SimpleMeterRegistry());
        workers.add(worker);
        worker.start();
        return worker;
    }

    void account(String id, Optional<String> frozen) {
        byte[] value = serdes.accounts().serializer().serialize("", Samples.account(id, PLATFORM, frozen));
        send(new ProducerRecord<>(settings.accounts(), utf8(id), value));
    }

    /** Writes what the gate writes when it lets revision 1 through. */
    DeliveryRecord prepared(String postId, String account) {
        DeliveryRecord record = Samples.release(postId, 1, account).prepared(PLATFORM, Samples.NOW);
        write(record, partitionOf(postId));
        return record;
    }

    void write(DeliveryRecord record, int partition) {
        byte[] value = serdes.deliveries().serializer().serialize("", record);
        send(new ProducerRecord<>(
                settings.deliveries(), partition, utf8(record.delivery().id().postId()), value));
    }

    void garbage(int partition) {
        send(new ProducerRecord<>(settings.deliveries(), partition, utf8("p"), utf8("no delivery")));
    }

    /** Writes as the worker does, and so takes the partition's log over. */
    void writeAsWorker(Delivery step) {
        try (DeliveryLog log = new DeliveryLog(
                settings, partitionOf(step.id().postId()), serdes.deliveries().serializer())) {
            log.append(List.of(step));
        }
    }

    int partitionOf(String postId) {
        return Math.floorMod(postId.hashCode(), PARTITIONS);
    }

    /** Every step in the log so far, as "id stage attempt", partition by partition. */
    List<String> steps() {
        return records(settings.deliveries(), PARTITIONS).stream()
                .flatMap(bytes -> read(bytes).stream())
                .map(d -> d.id() + " " + d.status().stage() + " " + d.attempt())
                .toList();
    }

    List<byte[]> deadLetters() {
        return records(settings.deadLetters(), 1);
    }

    void awaitStep(String step) {
        awaitSteps(List.of(step));
    }

    void awaitSteps(List<String> wanted) {
        await().atMost(PATIENCE).until(() -> steps().containsAll(wanted));
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        producer.close();
    }

    private Optional<Delivery> read(byte[] bytes) {
        try {
            return Optional.of(
                    serdes.deliveries().deserializer().deserialize("", bytes).delivery());
        } catch (RuntimeException garbage) {
            return Optional.empty();
        }
    }

    private List<byte[]> records(String topic, int partitions) {
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class))) {
            for (int number = 0; number < partitions; number++) {
                TopicPartition partition = new TopicPartition(topic, number);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofMillis(50)).forEach(record -> values.add(record.value()));
                }
            }
        }
        return values;
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
