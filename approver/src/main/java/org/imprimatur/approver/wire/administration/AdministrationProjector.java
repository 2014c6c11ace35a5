package org.imprimatur.approver.wire.administration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts, deeds and drafts of rules as rows that hold the records' own bytes. */
final class AdministrationProjector implements Projector {
    private static final Logger LOG = LoggerFactory.getLogger(AdministrationProjector.class);

    private final AdministrationRecords records;

    AdministrationProjector(AdministrationRecords records) {
        this.records = records;
    }

    static List<String> topics() {
        return List.of(Topics.ACCOUNTS.name(), Topics.ADMINISTRATION.name(), Topics.POLICY_DRAFTS.name());
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE accounts (id TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
            statement.execute("CREATE TABLE deeds (id TEXT PRIMARY KEY, at INTEGER NOT NULL, bytes BLOB NOT NULL)");
            statement.execute("CREATE TABLE policy_drafts (author TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
        }
    }

    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        Optional<byte[]> value = Optional.ofNullable(record.value());
        try {
            if (record.topic().equals(Topics.ADMINISTRATION.name())) {
                if (value.isPresent()) {
                    keep(connection, records.deed(value.get()), value.get());
                }
            } else if (record.topic().equals(Topics.POLICY_DRAFTS.name())) {
                value.ifPresent(records::policyDraft);
                replace(connection, "policy_drafts", "author", key, value);
            } else {
                replace(
                        connection,
                        "accounts",
                        "id",
                        value.map(bytes -> records.account(bytes).id()).orElse(key),
                        value);
            }
        } catch (SerializationException | IllegalArgumentException unusable) {
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("cause", Fingerprint.of(unusable))
                    .log("administration_record_unusable");
        }
    }

    private static void keep(Connection connection, Deed deed, byte[] value) throws SQLException {
        run(
                connection,
                "INSERT OR REPLACE INTO deeds VALUES (?, ?, ?)",
                deed.id(),
                deed.at().toEpochMilli(),
                value);
    }

    private static void replace(Connection connection, String table, String key, String its, Optional<byte[]> value)
            throws SQLException {
        if (value.isPresent()) {
            run(connection, "INSERT OR REPLACE INTO " + table + " VALUES (?, ?)", its, value.get());
        } else {
            run(connection, "DELETE FROM " + table + " WHERE " + key + " = ?", its);
        }
    }

    List<PolicyDraft> policyDrafts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT bytes FROM policy_drafts ORDER BY author")) {
            List<PolicyDraft> found = new ArrayList<>();
            while (rows.next()) {
                found.add(records.policyDraft(rows.getBytes(1)));
            }
            return found;
        }
    }

    List<AccountCard> accounts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT bytes FROM accounts ORDER BY id")) {
            List<AccountCard> found = new ArrayList<>();
            while (rows.next()) {
                found.add(records.account(rows.getBytes(1)));
            }
            return found;
        }
    }

    List<Deed> deeds(Connection connection, int offset, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT bytes FROM deeds ORDER BY at DESC, id LIMIT ? OFFSET ?")) {
            statement.setInt(1, limit);
            statement.setInt(2, offset);
            List<Deed> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(records.deed(rows.getBytes(1)));
                }
            }
            return found;
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
