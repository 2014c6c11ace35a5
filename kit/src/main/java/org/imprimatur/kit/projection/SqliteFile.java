package org.imprimatur.kit.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One SQLite file in WAL mode: who opens it, whether it is sound, how it is thrown away. */
record SqliteFile(Path path) {

    private static final int BUSY_MS = 10_000;

    SqliteFile {
        path = path.toAbsolutePath();
    }

    /** The one connection that writes; it commits only when told to. */
    Connection openWriter() throws SQLException {
        createFolder();
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        Connection connection = config.createConnection(url());
        connection.setAutoCommit(false);
        return connection;
    }

    Connection openReader() throws SQLException {
        Connection connection = config().createConnection(url());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
        }
        return connection;
    }

    /** True when SQLite finds no fault in the file's pages; it reads all of them. */
    static boolean isSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() && "ok".equals(result.getString(1));
        }
    }

    /** True when the failure says that the file itself is broken, so that only a new one helps. */
    static boolean isCorrupt(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Deletes the file and what belongs to it; no connection may be open. */
    void delete() {
        try {
            for (Path part : parts()) {
                Files.deleteIfExists(part);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException("The projection " + path + " can't be deleted.", undeletable);
        }
    }

    private List<Path> parts() {
        List<Path> parts = new ArrayList<>();
        parts.add(path);
        for (String suffix : List.of("-wal", "-shm", "-journal")) {
            parts.add(path.resolveSibling(path.getFileName() + suffix));
        }
        return parts;
    }

    private void createFolder() {
        try {
            Files.createDirectories(path.resolveSibling(".").normalize());
        } catch (IOException uncreatable) {
            throw new UncheckedIOException("The folder of the projection " + path + " can't be made.", uncreatable);
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(true);
        return config;
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }
}
