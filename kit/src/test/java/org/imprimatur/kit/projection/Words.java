package org.imprimatur.kit.projection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps every word of a topic in order of arrival, so that a doubled or lost record shows. */
record Words(int version) implements Projector {

    static final String REFUSED = "refused";

    @Override
    public void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL)");
        }
    }

    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        String word = new String(record.value(), StandardCharsets.UTF_8);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO words (word) VALUES (?)")) {
            insert.setString(1, word);
            insert.executeUpdate();
        }
        if (word.equals(REFUSED)) {
            throw new SQLException("the projector refuses this word");
        }
    }

    static List<String> all(Projection projection) {
        return projection.read(connection -> {
            List<String> words = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT word FROM words ORDER BY id")) {
                while (result.next()) {
                    words.add(result.getString(1));
                }
            }
            return words;
        });
    }
}
