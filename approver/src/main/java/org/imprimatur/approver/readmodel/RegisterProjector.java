package org.imprimatur.approver.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.schemas.Topics;

/** Keeps the newest value of every account and authorization as it came. */
public final class RegisterProjector implements Projector {
    /** The topics whose records it takes. */
    public static List<String> topics() {
        return List.of(Topics.ACCOUNTS.name(), Topics.AUTHORIZATIONS.name());
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE register (topic TEXT NOT NULL, id TEXT NOT NULL, value BLOB NOT NULL,"
                    + " PRIMARY KEY (topic, id)) WITHOUT ROWID");
        }
    }

    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        String id = Optional.ofNullable(record.key())
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .orElse("");
        Optional<byte[]> value = Optional.ofNullable(record.value());
        if (value.isPresent()) {
            Sql.of(connection, "INSERT OR REPLACE INTO register VALUES (?, ?, ?)", record.topic(), id, value.get())
                    .update();
        } else {
            Sql.of(connection, "DELETE FROM register WHERE topic = ? AND id = ?", record.topic(), id)
                    .update();
        }
    }
}
