package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.imprimatur.approver.wire.RecordLines;

/**
 * Everything that was written about some posts, each record a line of JSON with every member.
 *
 * @param history review events, those of a post in order
 * @param revisions what authors and editors handed in
 * @param verdicts what the analyzer thought
 * @param deliveries the newest step of each publication, with the platform's receipt
 * @param orders what people asked about publications, with the answers
 * @param authorizations ids that the revisions name
 */
public record Records(
        List<String> history,
        List<String> revisions,
        List<String> verdicts,
        List<String> deliveries,
        List<String> orders,
        List<String> authorizations) {
    public Records {
        history = List.copyOf(history);
        revisions = List.copyOf(revisions);
        verdicts = List.copyOf(verdicts);
        deliveries = List.copyOf(deliveries);
        orders = List.copyOf(orders);
        authorizations = List.copyOf(authorizations);
    }

    @Override
    public String toString() {
        return "Records[" + history.size() + " events, " + revisions.size() + " revisions]";
    }

    static Records ofPost(Connection connection, RecordLines lines, String postId) throws SQLException {
        return where(connection, lines, "post_id = ?", postId);
    }

    static Records ofAccount(Connection connection, RecordLines lines, String account) throws SQLException {
        return where(connection, lines, "post_id IN (SELECT post_id FROM posts WHERE account = ?)", account);
    }

    private static Records where(Connection connection, RecordLines lines, String where, String value)
            throws SQLException {
        return new Records(
                Sql.of(connection, "SELECT event FROM events WHERE " + where + " ORDER BY post_id, sequence", value)
                        .list(row -> lines.event(row.getBytes(1))),
                Sql.of(connection, "SELECT draft FROM revisions WHERE " + where + " ORDER BY post_id, revision", value)
                        .list(row -> lines.draft(row.getBytes(1))),
                Sql.of(connection, "SELECT verdict FROM verdicts WHERE " + where + " ORDER BY post_id, revision", value)
                        .list(row -> lines.verdict(row.getBytes(1))),
                Sql.of(
                                connection,
                                "SELECT delivery FROM deliveries WHERE " + where
                                        + " ORDER BY post_id, revision, delivery_id",
                                value)
                        .list(row -> lines.delivery(row.getBytes(1))),
                Sql.of(
                                connection,
                                "SELECT answer FROM orders WHERE " + where + " ORDER BY post_id, at, command_id",
                                value)
                        .list(row -> lines.order(row.getBytes(1))),
                Sql.of(
                                connection,
                                "SELECT DISTINCT authorization_id FROM reliances WHERE " + where + " ORDER BY 1",
                                value)
                        .list(row -> row.getString(1)));
    }
}
