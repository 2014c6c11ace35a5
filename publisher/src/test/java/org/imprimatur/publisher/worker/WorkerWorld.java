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
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.Topics;
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
                new WorkerTopics(
                        "calls-" + number,
                        "deliveries-" + number,
                        "accounts-" + number,
                        "policies-" + number,
                        "authorizations-" + number,
                        "blocked-" + number,
                        "dead-" + number),
                4,
                Optional.empty(),
                Duration.ofMillis(200));
        TopicProvisioner.ensure(
                settings.bootstrap(),
                List.of(
                        new NewTopic(topics().calls(), PARTITIONS, (short) 1),
                        new NewTopic(topics().deliveries(), PARTITIONS, (short) 1),
                        new NewTopic(topics().accounts(), 1, (short) 1),
                        new NewTopic(topics().policies(), 1, (short) 1),
                        new NewTopic(topics().authorizations(), 1, (short) 1),
                        new NewTopic(topics().blocked(), 1, (short) 1),
                        new NewTopic(topics().deadLetters(), 1, (short) 1)));
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
        policy("1");
    }

    WorkerTopics topics() {
        return settings.topics();
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
        send(new ProducerRecord<>(topics().accounts(), utf8(id), value));
    }

    void policy(String version) {
        byte[] value = serdes.policies().serializer().serialize("", Samples.policy(version));
        send(new ProducerRecord<>(topics().policies(), utf8(Topics.ACTIVE_POLICY), value));
    }

    void authorization(AuthorizationRecord record) {
        byte[] value = serdes.authorizations().serializer().serialize("", record);
        send(new ProducerRecord<>(
                topics().authorizations(), utf8(record.authorization().getAuthorizationId()), value));
    }

    /** Writes what the gate writes when it lets revision 1 through. */
    DeliveryRecord prepared(String postId, String account) {
        return prepared(Samples.release(postId, 1, account));
    }

    DeliveryRecord prepared(ReleaseRecord release) {
        DeliveryRecord record = Samples.prepared(release, PLATFORM);
        write(record, partitionOf(release.id().account()));
        return record;
    }

    /** Writes the gate's word that something live shall go. */
    void takeDown(Delivery published, Order order) {
        Status.Takedown requested = new Status.Takedown(
                Stage.TAKEDOWN_REQUESTED, published.status().receipt().orElseThrow(), order);
        Delivery word = published.become(requested, Samples.NOW).delivery().orElseThrow();
        write(DeliveryRecord.step(word), partitionOf(word.id().account()));
    }

    /** Writes the gate's word that what has not gone out shall not. */
    void stop(Delivery prepared, Order order) {
        write(
                DeliveryRecord.step(prepared.stopRequested(order, Samples.NOW)),
                partitionOf(prepared.id().account()));
    }

    /** Where the delivery stands by the newest step in the log. */
    Delivery newest(String id) {
        return records(topics().calls(), PARTITIONS).stream()
                .flatMap(bytes -> read(bytes).stream())
                .filter(d -> d.id().text().equals(id) && d.status().stage() != Stage.STOP_REQUESTED)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    void write(DeliveryRecord record, int partition) {
        byte[] value = serdes.deliveries().serializer().serialize("", record);
        send(new ProducerRecord<>(
                topics().calls(), partition, utf8(record.delivery().id().account()), value));
    }

    void garbage(int partition) {
        send(new ProducerRecord<>(topics().calls(), partition, utf8("p"), utf8("no delivery")));
    }

    /** Writes as the worker does, and so takes the partition's log over. */
    void writeAsWorker(Delivery step) {
        try (DeliveryLog log = new DeliveryLog(
                settings, partitionOf(step.id().account()), serdes.deliveries().serializer())) {
            log.append(List.of(step));
        }
    }

    int partitionOf(String account) {
        return Math.floorMod(account.hashCode(), PARTITIONS);
    }

    /** Every step in the log so far, as "id stage attempt", partition by partition. */
    List<String> steps() {
        return records(topics().calls(), PARTITIONS).stream()
                .flatMap(bytes -> read(bytes).stream())
                .map(d -> d.id() + " " + d.status().stage() + " " + d.attempt())
                .toList();
    }

    /** The same for one account, in the order of the log. */
    List<String> stepsOf(String account) {
        return steps().stream()
                .filter(step -> step.contains("/" + account + " "))
                .toList();
    }

    List<byte[]> deadLetters() {
        return records(topics().deadLetters(), 1);
    }

    void awaitStep(String step) {
        awaitSteps(List.of(step));
    }

    void awaitSteps(List<String> wanted) {
        await().atMost(PATIENCE).until(() -> steps().containsAll(wanted));
    }

    void stopAll() {
        workers.forEach(Worker::close);
        workers.clear();
    }

    @Override
    public void close() {
        stopAll();
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
