package org.imprimatur.ingest.reading;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.progress.LogEntry;
import org.imprimatur.ingest.progress.LogEntry.Submitted;
import org.imprimatur.ingest.progress.PostHistory;
import org.imprimatur.ingest.wire.LogReader;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each post's records as they are, and beside them what lists are made from. */
public final class PostProjector implements Projector {
    private static final Logger LOG = LoggerFactory.getLogger(PostProjector.class);

    private final LogReader reader;

    public PostProjector(LogReader reader) {
        this.reader = reader;
    }

    /** Names of all topics that it takes. */
    public static List<String> topics() {
        List<String> topics = new ArrayList<>(LogReader.postTopics());
        topics.add(Topics.ACCOUNTS.name());
        topics.add(Topics.AUTHORIZATIONS.name());
        return List.copyOf(topics);
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public void createTables(Connection connection) throws SQLException {
        List<String> tables = List.of(
                "CREATE TABLE entry (post TEXT, topic TEXT, slot TEXT, value BLOB NOT NULL,"
                        + " PRIMARY KEY (post, topic, slot)) WITHOUT ROWID",
                "CREATE TABLE post (id TEXT PRIMARY KEY, state TEXT NOT NULL, begun_at INTEGER NOT NULL) WITHOUT ROWID",
                "CREATE TABLE contributor (person TEXT, post TEXT, PRIMARY KEY (person, post)) WITHOUT ROWID",
                "CREATE TABLE account (id TEXT PRIMARY KEY, platform TEXT NOT NULL, grp TEXT NOT NULL) WITHOUT ROWID",
                "CREATE TABLE authorization (id TEXT PRIMARY KEY, grp TEXT NOT NULL) WITHOUT ROWID");
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute(table);
            }
        }
    }

    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        Optional<byte[]> value = Optional.ofNullable(record.value());
        Optional<String> key = Optional.ofNullable(record.key()).map(PostProjector::utf8);
        if (record.topic().equals(Topics.ACCOUNTS.name())) {
            account(connection, key.orElse(""), value.flatMap(reader::account));
        } else if (record.topic().equals(Topics.AUTHORIZATIONS.name())) {
            authorization(connection, key.orElse(""), value.flatMap(reader::authorizationGroup));
        } else {
            Optional<LogEntry> entry = value.flatMap(bytes -> reader.entry(record.topic(), bytes));
            if (entry.isPresent()) {
                enter(connection, record.topic(), entry.get(), record.value());
            } else {
                LOG.atWarn()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("partition", record.partition())
                        .addKeyValue("offset", record.offset())
                        .log("record_not_readable");
            }
        }
    }

    private void enter(Connection connection, String topic, LogEntry entry, byte[] value) throws SQLException {
        String post = entry.postId().value();
        Sql.update(
                connection,
                "INSERT INTO entry (post, topic, slot, value) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (post, topic, slot) DO UPDATE SET value = excluded.value",
                post,
                topic,
                entry.slot(),
                value);
        PostHistory history = PostRows.history(connection, reader, entry.postId());
        Optional<Submitted> newest = history.newest();
        if (newest.isPresent()) {
            Draft draft = newest.get().draft();
            Sql.update(
                    connection,
                    "INSERT INTO post (id, state, begun_at) VALUES (?, ?, ?)"
                            + " ON CONFLICT (id) DO UPDATE SET state = excluded.state",
                    post,
                    history.progress(newest.get()).state().word(),
                    draft.submittedAt().toEpochMilli());
            for (String person : draft.contributors()) {
                Sql.update(connection, "INSERT OR IGNORE INTO contributor (person, post) VALUES (?, ?)", person, post);
            }
        }
    }

    private static void account(Connection connection, String id, Optional<LogReader.RegisteredAccount> account)
            throws SQLException {
        Sql.update(connection, "DELETE FROM account WHERE id = ?", id);
        if (account.isPresent()) {
            Sql.update(
                    connection,
                    "INSERT INTO account (id, platform, grp) VALUES (?, ?, ?)",
                    id,
                    account.get().platform(),
                    account.get().group());
        }
    }

    private static void authorization(Connection connection, String id, Optional<String> group) throws SQLException {
        Sql.update(connection, "DELETE FROM authorization WHERE id = ?", id);
        if (group.isPresent()) {
            Sql.update(connection, "INSERT INTO authorization (id, grp) VALUES (?, ?)", id, group.get());
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
