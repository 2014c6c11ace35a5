package org.imprimatur.kit.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.WakeupException;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps a database behind its topics, from a start to its close, through every failure. */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** It is in no group and commits nothing to Kafka, so there is no answer of the broker to wait for. */
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    private final Thread thread;
    private final ConsumerSource source;
    private final Database database;
    private final Projector projector;
    private final List<String> topics;
    private final Listeners listeners;
    private volatile Health health = Health.starting("is going to read the topics");
    private volatile boolean broken;
    private volatile boolean stopped;
    private Optional<Consumer<byte[], byte[]>> reading = Optional.empty();

    Follower(
            String name,
            ConsumerSource source,
            Database database,
            Projector projector,
            List<String> topics,
            Listeners listeners) {
        this.thread = new Thread(this::run, name);
        this.source = source;
        this.database = database;
        this.projector = projector;
        this.topics = topics;
        this.listeners = listeners;
    }

    void start() {
        thread.start();
    }

    Health health() {
        return health;
    }

    /** Says that the file was seen to be broken; it is made anew before the next batch. */
    void distrust() {
        broken = true;
    }

    /** Returns when the thread has ended. */
    void stop() {
        stopped = true;
        wake();
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            runUntilStopped();
        } finally {
            health = Health.down("ended; only a restart of the program helps");
        }
    }

    private void runUntilStopped() {
        while (!stopped) {
            try {
                read();
            } catch (WakeupException woken) {
                // only stop() wakes the consumer, and the loop sees that
            } catch (OffsetOutOfRangeException gone) {
                broken = true;
                failed(gone);
            } catch (SQLException failure) {
                broken |= SqliteFile.isCorrupt(failure);
                failed(failure);
            } catch (RuntimeException failure) {
                failed(failure);
            }
        }
    }

    private void read() throws SQLException {
        Consumer<byte[], byte[]> consumer = source.open();
        try {
            reading(Optional.of(consumer));
            follow(consumer);
        } finally {
            reading(Optional.empty());
            consumer.close(AT_ONCE);
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) throws SQLException {
        if (broken) {
            database.rebuild();
            broken = false;
        }
        Tail tail = new Tail(consumer, database, projector);
        tail.seek(topics);
        while (!stopped && !broken) {
            look(tail.behind());
            Set<String> keys = tail.step();
            if (!keys.isEmpty()) {
                listeners.tell(keys);
            }
        }
    }

    private void look(long behind) {
        if (behind == 0 && !health.isUp()) {
            LOG.atInfo().addKeyValue("projection", thread.getName()).log("projection_caught_up");
        }
        health = behind == 0 ? Health.up() : Health.starting("has " + behind + " records left to read");
    }

    private void failed(Exception failure) {
        health = Health.down("stopped at a failure and tries again; see event projection_failed");
        LOG.atError()
                .addKeyValue("projection", thread.getName())
                .addKeyValue("cause", Fingerprint.of(failure))
                .log("projection_failed");
        if (!stopped) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized void reading(Optional<Consumer<byte[], byte[]>> now) {
        reading = now;
    }

    private synchronized void wake() {
        reading.ifPresent(Consumer::wakeup);
    }
}
