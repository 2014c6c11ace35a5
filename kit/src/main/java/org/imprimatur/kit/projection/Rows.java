package org.imprimatur.kit.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The projection's own tables: whose rows these are, and how far the topics are read. */
final class Rows {

    private static final String SHAPE = "shape";

    private Rows() {}

    static void create(Connection connection, String shape) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE projection_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
            statement.execute("CREATE TABLE projection_offsets (topic TEXT NOT NULL, partition INTEGER NOT NULL,"
                    + " next_offset INTEGER NOT NULL, PRIMARY KEY (topic, partition)) WITHOUT ROWID");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO projection_meta (name, value) VALUES (?, ?)")) {
            insert.setString(1, SHAPE);
            insert.setString(2, shape);
            insert.executeUpdate();
        }
    }

    /** The shape that the file was made for; empty for an empty file. */
    static Optional<String> shape(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'projection_meta'")) {
            if (!table.next()) {
                return Optional.empty();
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT value FROM projection_meta WHERE name = ?")) {
            select.setString(1, SHAPE);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    static Map<TopicPartition, Long> offsets(Connection connection) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT topic, partition, next_offset FROM projection_offsets")) {
            while (result.next()) {
                offsets.put(new TopicPartition(result.getString(1), result.getInt(2)), result.getLong(3));
            }
        }
        return offsets;
    }

    static void putOffsets(Connection connection, Map<TopicPartition, Long> offsets) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO projection_offsets (topic, partition, next_offset) VALUES (?, ?, ?)")) {
            for (Map.Entry<TopicPartition, Long> offset : offsets.entrySet()) {
                insert.setString(1, offset.getKey().topic());
                insert.setInt(2, offset.getKey().partition());
                insert.setLong(3, offset.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
