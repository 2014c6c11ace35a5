package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.approver.wire.GlanceSerdes;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Who looks at which case, in a file of its own: heartbeats are many, and nobody who lists posts wants to hear them. */
public final class PresenceProjector implements Projector {
    private static final Duration KEPT = Duration.ofHours(1);

    private final Deserializer<Glance> glances;

    public PresenceProjector(Wire wire) {
        glances = new GlanceSerdes(wire).in();
    }

    public static List<String> topics() {
        return List.of(Topics.PRESENCE.name());
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE glances (
                      post_id TEXT NOT NULL, person TEXT NOT NULL, page TEXT NOT NULL, open INTEGER NOT NULL,
                      since INTEGER NOT NULL, seen_at INTEGER NOT NULL, PRIMARY KEY (post_id, person, page)) WITHOUT ROWID
                    """);
            statement.execute("CREATE INDEX glances_by_time ON glances (seen_at)");
        }
    }

    /** What cannot be read is passed over: the next heartbeat says it again. */
    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        Optional<Glance> glance = read(record);
        if (glance.isPresent()) {
            take(connection, glance.get());
        }
    }

    private static void take(Connection connection, Glance glance) throws SQLException {
        long at = glance.at().toEpochMilli();
        Sql.of(connection, "DELETE FROM glances WHERE seen_at < ?", at - KEPT.toMillis())
                .update();
        Sql.of(
                        connection,
                        """
                        INSERT INTO glances VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (post_id, person, page) DO UPDATE SET
                          open = min(open, excluded.open),
                          since = iif(excluded.seen_at - seen_at > ?, excluded.since, since),
                          seen_at = max(seen_at, excluded.seen_at)
                        """,
                        glance.postId(),
                        glance.person(),
                        glance.page(),
                        glance.looking() ? 1 : 0,
                        at,
                        at,
                        Presences.FORGOTTEN_AFTER.toMillis())
                .update();
    }

    private Optional<Glance> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(record.value()).map(value -> glances.deserialize(record.topic(), value));
        } catch (SerializationException | IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }
}
