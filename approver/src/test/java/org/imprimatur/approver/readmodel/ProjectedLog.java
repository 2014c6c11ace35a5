package org.imprimatur.approver.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.kit.projection.SqlRead;

/** What is appended goes straight into a real projector and is there at once. */
public final class ProjectedLog implements Rows, RecordLog {
    private final Projector projector;
    private final InstantSource clock;
    private final Connection connection;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    public ProjectedLog(Projector projector, InstantSource clock) {
        this.projector = projector;
        this.clock = clock;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            projector.createTables(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void append(ProducerRecord<String, byte[]> record) {
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        synchronized (connection) {
            try {
                projector.apply(
                        connection,
                        new ConsumerRecord<>(
                                record.topic(),
                                0,
                                0,
                                clock.millis(),
                                TimestampType.CREATE_TIME,
                                key.length,
                                Optional.ofNullable(record.value())
                                        .map(value -> value.length)
                                        .orElse(-1),
                                key,
                                record.value(),
                                new RecordHeaders(),
                                Optional.empty()));
            } catch (SQLException broken) {
                throw new IllegalStateException("the record was not kept", broken);
            }
        }
        listeners.forEach(listener -> listener.accept(Set.of(record.key())));
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
        listeners.add(listener);
    }
}
