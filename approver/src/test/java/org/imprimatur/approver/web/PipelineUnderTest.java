package org.imprimatur.approver.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.imprimatur.approver.readmodel.PostProjector;
import org.imprimatur.approver.readmodel.Rows;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.topology.ReviewTopology;
import org.imprimatur.approver.wire.CommandRecord;
import org.imprimatur.approver.wire.PostReader;
import org.imprimatur.approver.wire.ReviewSerdes;
import org.imprimatur.kit.projection.SqlRead;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryAnswer;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.wire.Wire;

/** The real review and the real projector over a temporary file, joined without a broker; one record at a time. */
final class PipelineUnderTest implements Rows, AutoCloseable {
    private final Wire wire = Wire.inMemory();
    private final PostProjector projector = new PostProjector(wire);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Serializer<CommandRecord> commands = new ReviewSerdes(wire).commandsOut();
    private final InstantSource clock;
    private final TopologyTestDriver review;
    private final TestOutputTopic<String, byte[]> events;
    private final TestOutputTopic<String, byte[]> edits;
    private final Connection connection;
    private final Map<String, List<String>> kinds = new ConcurrentHashMap<>();
    private Instant reviewedAt;
    private long offset;

    PipelineUnderTest(Path folder, HandClock clock) throws SQLException {
        this(folder, clock, Terms.PLAIN);
    }

    PipelineUnderTest(Path folder, HandClock clock, Terms terms) throws SQLException {
        this.clock = clock;
        this.reviewedAt = clock.instant();
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "console-under-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("streams").toString());
        review = new TopologyTestDriver(ReviewTopology.build(wire, terms), properties, reviewedAt);
        events = review.createOutputTopic(
                Topics.REVIEW_EVENTS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        edits = review.createOutputTopic(Topics.DRAFTS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("posts.sqlite"));
        connection.setAutoCommit(false);
        projector.createTables(connection);
        connection.commit();
    }

    Wire wire() {
        return wire;
    }

    /** The author hands a draft in, and the analyzer has not judged it. */
    void submitted(Draft draft) {
        take(Topics.DRAFTS, draft.getPostId(), draft, true);
    }

    /** The author hands a draft in, and the analyzer holds it. */
    void held(Held held) {
        submitted(held.getDraft());
        take(Topics.VERDICTS, held.getDraft().getPostId(), held.getVerdict(), false);
        take(Topics.HELD, held.getDraft().getPostId(), held, true);
    }

    /** Kinds of the review events of a post, in order. */
    List<String> events(String postId) {
        return kinds.getOrDefault(postId, List.of());
    }

    void delivered(Delivery delivery) {
        take(Topics.DELIVERIES, delivery.getPostId(), delivery, false);
    }

    /** The publisher answers what a person asked. */
    void answered(DeliveryAnswer answer) {
        take(Topics.DELIVERY_ANSWERS, answer.getCommand().getPostId(), answer, false);
    }

    /** Bytes that nobody can read arrive on a topic. */
    void unreadable(String topic, String key) {
        project(topic, key, new byte[] {9, 9, 9});
        listeners.forEach(Runnable::run);
    }

    /** Where the desk's commands go: straight into the review. */
    MockProducer<String, CommandRecord> commandLog() {
        return new MockProducer<>() {
            @Override
            public synchronized Future<RecordMetadata> send(
                    ProducerRecord<String, CommandRecord> record, Callback callback) {
                pipe(record.topic(), record.key(), commands.serialize(record.topic(), record.value()));
                RecordMetadata done = new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0);
                callback.onCompletion(done, null);
                return CompletableFuture.completedFuture(done);
            }
        };
    }

    private <V extends SpecificRecord> void take(Topic<V> topic, String key, V value, boolean reviewed) {
        byte[] bytes = wire.serde(topic).serializer().serialize(topic.name(), value);
        if (!topic.equals(Topics.HELD)) {
            project(topic.name(), key, bytes);
        }
        if (reviewed) {
            pipe(topic.name(), key, bytes);
        } else {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized void pipe(String topic, String key, byte[] bytes) {
        review.advanceWallClockTime(java.time.Duration.between(reviewedAt, clock.instant()));
        reviewedAt = clock.instant();
        review.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes);
        events.readKeyValuesToList().forEach(event -> {
            project(Topics.REVIEW_EVENTS.name(), event.key, event.value);
            kinds.computeIfAbsent(event.key, post -> new CopyOnWriteArrayList<>())
                    .add(new PostReader(wire).link(event.value).kind());
        });
        edits.readKeyValuesToList().forEach(edit -> project(Topics.DRAFTS.name(), edit.key, edit.value));
        listeners.forEach(Runnable::run);
    }

    private synchronized void project(String topic, String key, byte[] value) {
        try {
            byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
            projector.apply(connection, record(topic, keyBytes, value));
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException("the projection of " + topic + " failed", broken);
        }
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset++,
                clock.instant().toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    @Override
    public synchronized <T> T read(SqlRead<T> read) {
        try {
            return Optional.ofNullable(read.read(connection)).orElseThrow();
        } catch (SQLException broken) {
            throw new IllegalStateException("reading failed", broken);
        }
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() throws SQLException {
        review.close();
        connection.close();
    }
}
