package org.imprimatur.approver.web;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serializer;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.approver.readmodel.PresenceProjector;
import org.imprimatur.approver.readmodel.Rows;
import org.imprimatur.approver.wire.GlanceSerdes;
import org.imprimatur.kit.projection.SqlRead;
import org.imprimatur.schemas.wire.Wire;

/** Who looks at what, from the desk straight into its real projector. */
final class GlancesUnderTest implements Rows {
    private final PresenceProjector projector;
    private final Serializer<Glance> out;
    private final Connection connection;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    GlancesUnderTest(Wire wire, InstantSource clock) throws SQLException {
        this.projector = new PresenceProjector(wire);
        this.out = new GlanceSerdes(wire).out();
        this.clock = clock;
        this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        projector.createTables(connection);
    }

    MockProducer<String, Glance> log() {
        return new MockProducer<>() {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, Glance> record) {
                project(record.topic(), record.key(), out.serialize(record.topic(), record.value()));
                return CompletableFuture.completedFuture(
                        new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0));
            }
        };
    }

    private void project(String topic, String key, byte[] value) {
        synchronized (connection) {
            try {
                byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
                projector.apply(
                        connection,
                        new ConsumerRecord<>(
                                topic,
                                0,
                                0,
                                clock.instant().toEpochMilli(),
                                TimestampType.CREATE_TIME,
                                bytes.length,
                                value.length,
                                bytes,
                                value,
                                new RecordHeaders(),
                                Optional.empty()));
            } catch (SQLException broken) {
                throw new IllegalStateException("the glance was not kept", broken);
            }
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public <T> T read(SqlRead<T> read) {
        synchronized (connection) {
            try {
                return Optional.ofNullable(read.read(connection)).orElseThrow();
            } catch (SQLException broken) {
                throw new IllegalStateException("reading failed", broken);
            }
        }
    }

    @Override
    public void onChange(Consumer<Set<String>> listener) {
        listeners.add(() -> listener.accept(Set.of()));
    }
}
