package org.imprimatur.kit.projection;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.common.TopicPartition;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open projection: one writer for the tail's thread, a few readers for everybody else.
 *
 * <p>What can't be used (another shape, broken pages) is thrown away and begun anew.
 */
final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;

    private final SqliteFile file;
    private final Projector projector;
    private final String shape;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Optional<Opened> opened = Optional.empty();

    /** Writes within the tail's transaction. */
    @FunctionalInterface
    interface Write {
        void write(Connection connection) throws SQLException;
    }

    private record Opened(Connection writer, BlockingQueue<Connection> readers) {}

    Database(Path path, List<String> topics, Projector projector) {
        this.file = new SqliteFile(path);
        this.projector = projector;
        this.shape = projector.version() + " " + String.join(",", topics);
    }

    void open() throws SQLException {
        lock.writeLock().lock();
        try {
            if (!isUsable()) {
                LOG.atInfo().addKeyValue("file", file.path().getFileName()).log("projection_begun_anew");
                file.delete();
            }
            opened = Optional.of(connect());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Throws the rows away and begins from nothing; readings wait until the empty tables stand. */
    void rebuild() throws SQLException {
        lock.writeLock().lock();
        try {
            close();
            LOG.atWarn().addKeyValue("file", file.path().getFileName()).log("projection_begun_anew");
            file.delete();
            opened = Optional.of(connect());
        } finally {
            lock.writeLock().unlock();
        }
    }

    void close() {
        lock.writeLock().lock();
        try {
            opened.ifPresent(Database::closeAll);
            opened = Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Readings run beside each other and beside the writer, each on a committed state. */
    <T> T read(SqlRead<T> read) throws SQLException {
        lock.readLock().lock();
        try {
            BlockingQueue<Connection> readers = current().readers();
            Connection reader = readers.take();
            try {
                return read.read(reader);
            } finally {
                readers.add(reader);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read the projection", interrupted);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** All of it or nothing, with the offsets that it leads to. */
    void write(Write write, Map<TopicPartition, Long> offsets) throws SQLException {
        Connection writer = current().writer();
        try {
            write.write(writer);
            Rows.putOffsets(writer, offsets);
            writer.commit();
        } catch (SQLException | RuntimeException failure) {
            rollBack(writer, failure);
            throw failure;
        }
    }

    Map<TopicPartition, Long> offsets() throws SQLException {
        Connection writer = current().writer();
        Map<TopicPartition, Long> offsets = Rows.offsets(writer);
        writer.rollback();
        return offsets;
    }

    private Opened current() {
        return opened.orElseThrow(() -> new IllegalStateException("the projection is not open"));
    }

    private boolean isUsable() throws SQLException {
        try (Connection connection = file.openWriter()) {
            Optional<String> found = Rows.shape(connection);
            return found.equals(Optional.of(shape)) && SqliteFile.isSound(connection);
        } catch (SQLException failure) {
            if (SqliteFile.isCorrupt(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private Opened connect() throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            Connection writer = file.openWriter();
            connections.add(writer);
            if (Rows.shape(writer).isEmpty()) {
                Rows.create(writer, shape);
                projector.createTables(writer);
            }
            writer.commit();
            BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
            for (int at = 0; at < READERS; at++) {
                Connection reader = file.openReader();
                connections.add(reader);
                readers.add(reader);
            }
            return new Opened(writer, readers);
        } catch (SQLException | RuntimeException failure) {
            connections.forEach(Database::closeQuietly);
            throw failure;
        }
    }

    private static void rollBack(Connection writer, Exception because) {
        try {
            writer.rollback();
        } catch (SQLException failure) {
            because.addSuppressed(failure);
        }
    }

    private static void closeAll(Opened opened) {
        opened.readers().forEach(Database::closeQuietly);
        closeQuietly(opened.writer());
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.atWarn().addKeyValue("cause", Fingerprint.of(failure)).log("projection_close_failed");
        }
    }
}
