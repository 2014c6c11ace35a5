package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import org.imprimatur.approver.review.Lease;
import org.imprimatur.approver.wire.HistoryRecord;

/** Rows of the events and of the cases that they make. */
final class CaseRows {

    private CaseRows() {}

    /** An event is taken once; another record under the same sequence changes nothing. */
    static void take(Connection connection, HistoryRecord link, byte[] value) throws SQLException {
        int added = Sql.of(
                        connection,
                        "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?)",
                        link.postId(),
                        link.sequence(),
                        link.commandId(),
                        value)
                .update();
        if (added > 0) {
            change(connection, link);
        }
    }

    private static void change(Connection connection, HistoryRecord link) throws SQLException {
        switch (link.kind()) {
            case "OPENED" -> open(connection, link);
            case "CLAIMED" -> claim(connection, link);
            case "UNCLAIMED" -> unclaim(connection, link);
            case "APPROVED" -> approve(connection, link);
            case "RELEASED", "REJECTED", "CHANGES_REQUESTED", "SUPERSEDED" -> close(connection, link);
            default -> {} // a refusal changes nothing, and an event of the future is shown in the history only
        }
    }

    private static void open(Connection connection, HistoryRecord link) throws SQLException {
        Sql.of(
                        connection,
                        "INSERT OR IGNORE INTO cases VALUES (?, ?, 'OPEN', ?, ?, NULL, NULL, NULL)",
                        link.postId(),
                        link.revision(),
                        link.sequence(),
                        link.at().toEpochMilli())
                .update();
    }

    private static void claim(Connection connection, HistoryRecord link) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE cases SET claim_by = ?, claim_until = ? WHERE post_id = ? AND revision = ?",
                        link.actor(),
                        link.at().plus(Lease.LENGTH).toEpochMilli(),
                        link.postId(),
                        link.revision())
                .update();
    }

    private static void unclaim(Connection connection, HistoryRecord link) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE cases SET claim_by = NULL, claim_until = NULL WHERE post_id = ? AND revision = ?",
                        link.postId(),
                        link.revision())
                .update();
    }

    private static void approve(Connection connection, HistoryRecord link) throws SQLException {
        unclaim(connection, link);
        Sql.of(
                        connection,
                        "INSERT INTO approvals VALUES (?, ?, ?, ?)",
                        link.postId(),
                        link.revision(),
                        link.sequence(),
                        link.actor().orElse(""))
                .update();
    }

    private static void close(Connection connection, HistoryRecord link) throws SQLException {
        Sql.of(connection, """
                        UPDATE cases SET state = ?, closing = ?, claim_by = NULL, claim_until = NULL
                        WHERE post_id = ? AND revision = ?
                        """, link.kind(), link.sequence(), link.postId(), link.revision())
                .update();
    }
}
