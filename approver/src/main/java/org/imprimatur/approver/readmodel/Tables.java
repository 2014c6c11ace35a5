package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the read model: what is asked for stands in columns, everything else in the record's own bytes. */
final class Tables {
    /** Raise with every change of tables or meaning; the file is then made anew from the topics. */
    static final int VERSION = 3;

    private static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE posts (
              id INTEGER PRIMARY KEY, post_id TEXT NOT NULL UNIQUE, newest INTEGER NOT NULL, submitted_at INTEGER NOT NULL,
              account TEXT NOT NULL, author TEXT NOT NULL)
            """,
            "CREATE INDEX posts_by_time ON posts (submitted_at)",
            "CREATE INDEX posts_of_accounts ON posts (account, submitted_at)",
            "CREATE INDEX posts_of_authors ON posts (author, submitted_at)",
            """
            CREATE TABLE revisions (
              post_id TEXT NOT NULL, revision INTEGER NOT NULL, author TEXT NOT NULL, account TEXT NOT NULL,
              scheduled_at INTEGER, draft BLOB NOT NULL, PRIMARY KEY (post_id, revision)) WITHOUT ROWID
            """,
            """
            CREATE TABLE contributors (
              person TEXT NOT NULL, post_id TEXT NOT NULL, PRIMARY KEY (person, post_id)) WITHOUT ROWID
            """,
            """
            CREATE TABLE verdicts (
              post_id TEXT NOT NULL, revision INTEGER NOT NULL, severity TEXT NOT NULL, verdict BLOB NOT NULL,
              PRIMARY KEY (post_id, revision)) WITHOUT ROWID
            """,
            """
            CREATE TABLE reasons (
              post_id TEXT NOT NULL, revision INTEGER NOT NULL, reason TEXT NOT NULL,
              PRIMARY KEY (post_id, revision, reason)) WITHOUT ROWID
            """,
            """
            CREATE TABLE cases (
              post_id TEXT NOT NULL, revision INTEGER NOT NULL, state TEXT NOT NULL, opened INTEGER NOT NULL,
              opened_at INTEGER NOT NULL, second_look INTEGER NOT NULL, low_risk INTEGER NOT NULL, expires_at INTEGER,
              claim_by TEXT, claim_until INTEGER, escalated_to TEXT, release_at INTEGER, closing INTEGER,
              PRIMARY KEY (post_id, revision)) WITHOUT ROWID
            """,
            "CREATE INDEX cases_by_state ON cases (state, opened_at)",
            """
            CREATE TABLE approvals (
              post_id TEXT NOT NULL, revision INTEGER NOT NULL, sequence INTEGER NOT NULL, person TEXT NOT NULL,
              at INTEGER NOT NULL, note TEXT, undo_until INTEGER NOT NULL, in_bulk INTEGER NOT NULL,
              PRIMARY KEY (post_id, revision, sequence)) WITHOUT ROWID
            """,
            """
            CREATE TABLE events (
              post_id TEXT NOT NULL, sequence INTEGER NOT NULL, command_id TEXT, at INTEGER NOT NULL, event BLOB NOT NULL,
              PRIMARY KEY (post_id, sequence)) WITHOUT ROWID
            """,
            "CREATE INDEX events_by_time ON events (at)",
            "CREATE INDEX answers ON events (post_id, command_id) WHERE command_id IS NOT NULL",
            """
            CREATE TABLE deliveries (
              delivery_id TEXT PRIMARY KEY, post_id TEXT NOT NULL, revision INTEGER NOT NULL, account TEXT NOT NULL,
              platform TEXT NOT NULL, urgency INTEGER NOT NULL, at INTEGER NOT NULL, delivery BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE INDEX deliveries_of_posts ON deliveries (post_id, revision)",
            "CREATE INDEX deliveries_by_urgency ON deliveries (urgency, at DESC, delivery_id)",
            """
            CREATE TABLE orders (
              post_id TEXT NOT NULL, command_id TEXT NOT NULL, at INTEGER NOT NULL, answer BLOB NOT NULL,
              PRIMARY KEY (post_id, command_id)) WITHOUT ROWID
            """,
            """
            CREATE TABLE reliances (
              authorization_id TEXT NOT NULL, post_id TEXT NOT NULL, revision INTEGER NOT NULL,
              PRIMARY KEY (authorization_id, post_id, revision)) WITHOUT ROWID
            """,
            """
            CREATE TABLE dead_letters (
              service TEXT NOT NULL, topic TEXT NOT NULL, part INTEGER NOT NULL, offs INTEGER NOT NULL,
              record_key TEXT NOT NULL, fault TEXT NOT NULL, at INTEGER NOT NULL,
              PRIMARY KEY (service, topic, part, offs)) WITHOUT ROWID
            """,
            "CREATE INDEX dead_letters_by_time ON dead_letters (at)",
            """
            CREATE VIRTUAL TABLE texts USING fts5(
              post_id, author, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')
            """);

    private Tables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
    }
}
