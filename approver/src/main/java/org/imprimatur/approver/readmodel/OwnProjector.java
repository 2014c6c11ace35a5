package org.imprimatur.approver.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.imprimatur.approver.wire.own.OwnKey;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.schemas.Topics;

/**
 * What people keep for themselves, as rows with the records' own bytes. What is thrown away stays known for a week without
 * its bytes, so that a saving that comes late does not bring it back.
 */
public final class OwnProjector implements Projector {
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** The topics whose records it takes. */
    public static List<String> topics() {
        return List.of(Topics.SAVED_VIEWS.name(), Topics.UNSENT_DRAFTS.name());
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                CREATE TABLE own (
                  topic TEXT NOT NULL, person TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, value BLOB,
                  PRIMARY KEY (topic, person, id)) WITHOUT ROWID
                """);
            statement.execute("CREATE INDEX own_gone ON own (at) WHERE value IS NULL");
        }
    }

    /** A key that is none is nobody's, so it is passed over. */
    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        Optional<OwnKey> key = Optional.ofNullable(record.key())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(OwnKey::read);
        if (key.isPresent()) {
            Sql.of(
                            connection,
                            "INSERT OR REPLACE INTO own VALUES (?, ?, ?, ?, ?)",
                            record.topic(),
                            key.get().person(),
                            key.get().id(),
                            record.timestamp(),
                            Optional.ofNullable(record.value()))
                    .update();
            Sql.of(
                            connection,
                            "DELETE FROM own WHERE value IS NULL AND at < ?",
                            record.timestamp() - REMEMBERED.toMillis())
                    .update();
        }
    }
}
