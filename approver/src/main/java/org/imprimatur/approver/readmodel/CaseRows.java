package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.imprimatur.approver.review.Lease;
import org.imprimatur.approver.wire.HistoryRecord;

/** Rows of the events and of the cases that they make. */
record CaseRows(Connection connection, HistoryRecord link) {

    /** An event is taken once; another record under the same sequence changes nothing. */
    static void take(Connection connection, HistoryRecord link, byte[] value) throws SQLException {
        int added = Sql.of(
                        connection,
                        "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?)",
                        link.postId(),
                        link.sequence(),
                        link.commandId(),
                        link.at().toEpochMilli(),
                        value)
                .update();
        if (added > 0) {
            new CaseRows(connection, link).change();
        }
    }

    private void change() throws SQLException {
        noteActivity();
        switch (link.kind()) {
            case "OPENED", "REOPENED" -> open();
            case "CLAIMED", "TAKEN_OVER" -> claim();
            case "UNCLAIMED" -> unclaim();
            case "APPROVED" -> approve();
            case "ESCALATED" -> escalate();
            case "UNDONE" -> undo();
            case "RELEASED", "REJECTED", "CHANGES_REQUESTED", "SUPERSEDED", "EDITED", "WITHDRAWN", "EXPIRED" -> close();
            default -> {} // what is said or refused changes nothing, and an event of the future is only shown
        }
    }

    /** Whatever the holder of a claim does, even in vain, keeps the claim alive. */
    private void noteActivity() throws SQLException {
        if (link.actor().isPresent()) {
            Sql.of(
                            connection,
                            """
                            UPDATE cases SET claim_until = ?
                            WHERE post_id = ? AND state = 'OPEN' AND claim_by = ? AND claim_until > ?
                            """,
                            claimEnd(),
                            link.postId(),
                            link.actor(),
                            link.at().toEpochMilli())
                    .update();
        }
    }

    private void open() throws SQLException {
        Sql.of(connection, "DELETE FROM approvals WHERE post_id = ? AND revision = ?", link.postId(), link.revision())
                .update();
        Sql.of(
                        connection,
                        """
                        INSERT OR REPLACE INTO cases
                        VALUES (?, ?, 'OPEN', ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)
                        """,
                        link.postId(),
                        link.revision(),
                        link.sequence(),
                        link.at().toEpochMilli(),
                        link.secondLook(),
                        link.lowRisk(),
                        link.until().map(Instant::toEpochMilli))
                .update();
    }

    private void claim() throws SQLException {
        update("claim_by = ?, claim_until = ?", link.actor(), claimEnd());
    }

    private void unclaim() throws SQLException {
        update("claim_by = NULL, claim_until = NULL");
    }

    private void approve() throws SQLException {
        unclaim();
        Sql.of(
                        connection,
                        "INSERT INTO approvals VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        link.postId(),
                        link.revision(),
                        link.sequence(),
                        link.actor().orElse(""),
                        link.at().toEpochMilli(),
                        link.note(),
                        link.until().orElse(link.at()).toEpochMilli(),
                        link.inBulk())
                .update();
        if (link.enough()) {
            update(
                    "state = 'APPROVED', release_at = ?",
                    link.until().orElse(link.at()).toEpochMilli());
        }
    }

    private void escalate() throws SQLException {
        unclaim();
        update("escalated_to = ?", link.whom());
    }

    private void undo() throws SQLException {
        Sql.of(connection, "DELETE FROM approvals WHERE post_id = ? AND sequence = ?", link.postId(), link.undone())
                .update();
        if (!link.enough()) {
            update("state = 'OPEN', release_at = NULL, closing = NULL");
        }
    }

    private void close() throws SQLException {
        unclaim();
        update("state = ?, closing = ?, release_at = NULL", link.kind(), link.sequence());
    }

    private void update(String columns, Object... values) throws SQLException {
        Object[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(values), java.util.stream.Stream.of(link.postId(), link.revision()))
                .toArray();
        Sql.of(connection, "UPDATE cases SET " + columns + " WHERE post_id = ? AND revision = ?", all)
                .update();
    }

    private long claimEnd() {
        return link.at().plus(Lease.LENGTH).toEpochMilli();
    }
}
