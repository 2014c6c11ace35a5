package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement with its values in the order of its question marks; an empty {@link Optional} stands for NULL. */
record Sql(Connection connection, String statement, List<Object> values) {

    static Sql of(Connection connection, String statement, Object... values) {
        return new Sql(connection, statement, List.of(values));
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Row<T> row) throws SQLException {
        try (PreparedStatement prepared = prepare();
                ResultSet result = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    /** Takes one row. */
    interface Each {
        void take(ResultSet row) throws SQLException;
    }

    /** Row by row; none is kept. */
    void each(Each each) throws SQLException {
        try (PreparedStatement prepared = prepare();
                ResultSet result = prepared.executeQuery()) {
            while (result.next()) {
                each.take(result);
            }
        }
    }

    <T> Optional<T> first(Row<T> row) throws SQLException {
        return list(row).stream().findFirst();
    }

    /** Number of rows that it changed. */
    int update() throws SQLException {
        try (PreparedStatement prepared = prepare()) {
            return prepared.executeUpdate();
        }
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.size(); i++) {
            prepared.setObject(i + 1, plain(values.get(i)));
        }
        return prepared;
    }

    private static @Nullable Object plain(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
