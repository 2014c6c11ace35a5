package org.imprimatur.approver.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.imprimatur.kit.projection.SqlRead;
import org.imprimatur.schemas.wire.Wire;

/** Rows in memory, from records that a test puts in. */
public final class MemoryRows implements Rows, AutoCloseable {
    private final Connection connection;
    private final PostProjector projector;
    private final AtomicLong offset = new AtomicLong();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    public MemoryRows(Wire wire) {
        projector = new PostProjector(wire);
        try {
            connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            projector.createTables(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Applies a record of a topic, as a projection would. */
    public void put(String topic, String key, byte[] value) {
        put(new ConsumerRecord<>(topic, 0, offset.getAndIncrement(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    public void put(ConsumerRecord<byte[], byte[]> record) {
        synchronized (connection) {
            try {
                projector.apply(connection, record);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }
        Set<String> changed = Set.of(new String(record.key(), StandardCharsets.UTF_8));
        listeners.forEach(listener -> listener.accept(changed));
    }

    /** Many records in one transaction. */
    public void together(Runnable puts) {
        try {
            connection.setAutoCommit(false);
            puts.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public <T> T read(SqlRead<T> read) {
        synchronized (connection) {
            try {
                return read.read(connection);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    @Override
    public void onChange(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
