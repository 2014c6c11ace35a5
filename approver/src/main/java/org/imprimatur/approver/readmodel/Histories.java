package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostReader;

/** Histories of posts, and whether they are what was written. */
final class Histories {

    private Histories() {}

    static List<HistoryRecord> links(Connection connection, PostReader reader, String postId) throws SQLException {
        return Sql.of(connection, "SELECT event FROM events WHERE post_id = ? ORDER BY sequence", postId)
                .list(row -> reader.link(row.getBytes(1)));
    }

    static Optional<HistoryRecord> link(Connection connection, PostReader reader, String postId, long sequence)
            throws SQLException {
        return Sql.of(connection, "SELECT event FROM events WHERE post_id = ? AND sequence = ?", postId, sequence)
                .first(row -> reader.link(row.getBytes(1)));
    }

    static Optional<HistoryRecord> answer(Connection connection, PostReader reader, String postId, String commandId)
            throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT event FROM events WHERE post_id = ? AND command_id = ? ORDER BY sequence",
                        postId,
                        commandId)
                .first(row -> reader.link(row.getBytes(1)));
    }

    static boolean verified(String postId, List<HistoryRecord> links) {
        long sequence = 0;
        String hash = HistoryRecord.FIRST;
        for (HistoryRecord link : links) {
            if (!link.postId().equals(postId) || !link.follows(sequence, hash)) {
                return false;
            }
            sequence = link.sequence();
            hash = link.hash();
        }
        return true;
    }

    static HistoryRow row(HistoryRecord link) {
        return new HistoryRow(
                link.postId(),
                link.sequence(),
                link.kind(),
                link.revision(),
                link.contentHash(),
                link.commandId(),
                link.actor(),
                link.roles(),
                link.reason(),
                link.refusal(),
                link.policy(),
                link.policyVersion(),
                link.engineVersion(),
                link.at(),
                link.previousHash(),
                link.hash());
    }
}
