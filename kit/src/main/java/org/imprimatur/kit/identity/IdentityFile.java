package org.imprimatur.kit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;

/**
 * The SQLite file of sessions and of sign-ins that have begun; only its owner reads it.
 *
 * <p>It is opened at its first use. With a rollback journal and file locks, so that processes on one volume may share it.
 * Safe for the threads of one process, one at a time.
 */
final class IdentityFile {

    private static final int BUSY_MS = 5_000;
    private static final String MEMORY = ":memory:";

    private final String location;
    private Optional<Connection> open = Optional.empty();

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private IdentityFile(String location) {
        this.location = location;
    }

    static IdentityFile at(Path path) {
        return new IdentityFile(path.toAbsolutePath().toString());
    }

    static IdentityFile inMemory() {
        return new IdentityFile(MEMORY);
    }

    /** Changes rows, in a transaction of its own; returns how many. */
    synchronized int run(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the file of sessions can't be written", failure);
        }
    }

    /** The first row, also of a statement that deletes it. */
    synchronized <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(row.read(result)) : Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException("the file of sessions can't be read", failure);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection().prepareStatement(sql);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    private Connection connection() throws SQLException {
        if (open.isEmpty()) {
            open = Optional.of(connect());
        }
        return open.get();
    }

    private Connection connect() throws SQLException {
        if (!location.equals(MEMORY)) {
            prepare(Path.of(location));
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.setJournalMode(JournalMode.TRUNCATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + location);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS sessions (hash TEXT PRIMARY KEY, account TEXT NOT NULL,"
                    + " roles TEXT NOT NULL, origin TEXT NOT NULL, begun INTEGER NOT NULL, seen INTEGER NOT NULL)");
            statement.execute("CREATE INDEX IF NOT EXISTS sessions_of_account ON sessions (account)");
            statement.execute("CREATE TABLE IF NOT EXISTS sign_ins (hash TEXT PRIMARY KEY, state TEXT NOT NULL,"
                    + " nonce TEXT NOT NULL, verifier TEXT NOT NULL, target TEXT NOT NULL, until INTEGER NOT NULL)");
        }
        return connection;
    }

    private static void prepare(Path path) {
        try {
            Files.createDirectories(path.resolveSibling(".").normalize());
            if (!Files.exists(path)) {
                Files.createFile(path, OwnerOnly.attributes());
            }
        } catch (FileAlreadyExistsException madeByAnother) {
            // two instances start at once: either one's file serves
        } catch (IOException uncreatable) {
            throw new UncheckedIOException("The file " + path + " can't be made.", uncreatable);
        }
    }
}
