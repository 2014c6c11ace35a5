package org.imprimatur.kit.projection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;

/**
 * Tails topics from their beginning into one SQLite file, records and offsets in one transaction, so that each committed
 * record is applied exactly once.
 *
 * <p>The file is disposable: one of another {@link Projector#version}, of other topics, with broken pages or with offsets
 * that Kafka no longer has is thrown away and made anew. After any other failure the projection goes on from its last
 * commit; its health is down meanwhile, and reading still works. Safe for several threads; may start again after a
 * close.
 */
public final class Projection implements Service {

    private final String name;
    private final List<String> topics;
    private final Projector projector;
    private final ConsumerSource source;
    private final Database database;
    private final Listeners listeners = new Listeners();
    private volatile Optional<Follower> follower = Optional.empty();

    public Projection(Path sqliteFile, String bootstrap, List<String> topics, Projector projector) {
        this(sqliteFile, topics, projector, () -> consumer(bootstrap));
    }

    Projection(Path sqliteFile, List<String> topics, Projector projector, ConsumerSource source) {
        this.name = "projection:" + sqliteFile.getFileName();
        this.topics = List.copyOf(topics);
        this.projector = projector;
        this.source = source;
        this.database = new Database(sqliteFile, this.topics, projector);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns when reading is possible; {@link #health()} is up when all that the topics held at the start is written. */
    @Override
    public void start() {
        try {
            database.open();
        } catch (SQLException failure) {
            throw new IllegalStateException("The " + name + " can't be opened.", failure);
        }
        Follower begun = new Follower(name, source, database, projector, topics, listeners);
        follower = Optional.of(begun);
        begun.start();
    }

    /** Reads committed rows; each statement sees one state, and so does a transaction that the reading begins. */
    public <T> T read(SqlRead<T> read) {
        try {
            return database.read(read);
        } catch (SQLException failure) {
            if (SqliteFile.isCorrupt(failure)) {
                follower.ifPresent(Follower::distrust);
            }
            throw new IllegalStateException("The " + name + " can't be read.", failure);
        }
    }

    /** Runs after each commit that held records, on the projection's thread; keep it short. */
    public void onChange(Runnable listener) {
        listeners.add(keys -> listener.run());
    }

    /** Hears after each commit the keys of its records (UTF-8), on the projection's thread; keep it short. */
    public void onChangedKeys(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    @Override
    public Health health() {
        return follower.map(Follower::health).orElseGet(() -> Health.down("not started"));
    }

    @Override
    public void close() {
        Optional<Follower> closing = follower;
        follower = Optional.empty();
        closing.ifPresent(Follower::stop);
        database.close();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
