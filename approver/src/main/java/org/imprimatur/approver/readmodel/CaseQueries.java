package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostReader;

/** Cases: the queue, and the case of one revision. */
record CaseQueries(PostReader reader, ReviewTargets targets) {

    /** Until a verdict is known its case counts as severe. The values are the targets, severe and mild. */
    private static final String DUE_CASES = """
            WITH due AS (
              SELECT c.*, r.account, r.draft, r.scheduled_at, ifnull(v.severity, 'HIGH') AS severity,
                min(c.opened_at + iif(ifnull(v.severity, 'HIGH') = 'HIGH', ?, ?),
                    ifnull(r.scheduled_at, 9223372036854775807)) AS due_at
              FROM cases c
              JOIN revisions r ON r.post_id = c.post_id AND r.revision = c.revision
              LEFT JOIN verdicts v ON v.post_id = c.post_id AND v.revision = c.revision)
            """;

    private static final String MATCHING = """
            FROM due WHERE state = 'OPEN'
              AND (?3 IS NULL OR severity = ?3)
              AND (?4 IS NULL OR EXISTS (
                SELECT 1 FROM reasons g WHERE g.post_id = due.post_id AND g.revision = due.revision AND g.reason = ?4))
              AND (?5 IS NULL OR account = ?5)
              AND (?6 IS NULL OR claim_by = ?6)
              AND (?7 IS NULL OR post_id IN (SELECT post_id FROM texts WHERE texts MATCH ?7))
            """;

    QueuePage queue(Connection connection, QueueFilter filter) throws SQLException {
        Object[] where = {
            targets.severe().toMillis(),
            targets.mild().toMillis(),
            filter.severity().map(Severity::name),
            filter.reason(),
            filter.account(),
            filter.claimedBy(),
            match(filter.words())
        };
        int total = Sql.of(connection, DUE_CASES + "SELECT count(*) " + MATCHING, where)
                .first(row -> row.getInt(1))
                .orElse(0);
        String page = " ORDER BY due_at, severity = 'LOW', post_id LIMIT ?8 OFFSET ?9";
        Object[] paged = Stream.concat(Stream.of(where), Stream.of(filter.limit(), filter.offset()))
                .toArray();
        List<QueueRow> rows = Sql.of(connection, DUE_CASES + "SELECT * " + MATCHING + page, paged)
                .list(row -> queueRow(connection, row));
        return new QueuePage(rows, total);
    }

    Optional<CaseView> of(Connection connection, String postId, int revision) throws SQLException {
        return Sql.of(
                        connection,
                        DUE_CASES + "SELECT * FROM due WHERE post_id = ? AND revision = ?",
                        targets.severe().toMillis(),
                        targets.mild().toMillis(),
                        postId,
                        revision)
                .first(row -> view(connection, row));
    }

    /** Every word must occur, the last letters of each may be missing. */
    private static Optional<String> match(String words) {
        String query = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> '"' + word.replace("\"", "\"\"") + "\"*")
                .collect(Collectors.joining(" "));
        return Optional.of(query).filter(text -> !text.isEmpty());
    }

    private QueueRow queueRow(Connection connection, ResultSet row) throws SQLException {
        var draft = reader.revision(row.getBytes("draft"));
        return new QueueRow(
                view(connection, row), draft.author(), draft.account(), Preview.of(draft.text()), draft.scheduledAt());
    }

    private CaseView view(Connection connection, ResultSet row) throws SQLException {
        String postId = row.getString("post_id");
        int revision = row.getInt("revision");
        HistoryRecord opened = Histories.link(connection, reader, postId, row.getLong("opened"))
                .orElseThrow(() -> new SQLException("the opening of a case of " + postId + " is missing"));
        long closing = row.getLong("closing");
        return new CaseView(
                postId,
                revision,
                opened.contentHash(),
                CaseState.valueOf(row.getString("state")),
                opened.approvalsNeeded(),
                opened.approvalsNeeded() == 0,
                Sql.of(
                                connection,
                                "SELECT person FROM approvals WHERE post_id = ? AND revision = ? ORDER BY sequence",
                                postId,
                                revision)
                        .list(approval -> approval.getString(1)),
                opened.contributors(),
                claim(row),
                Severity.valueOf(row.getString("severity")),
                Sql.of(
                                connection,
                                "SELECT reason FROM reasons WHERE post_id = ? AND revision = ? ORDER BY reason",
                                postId,
                                revision)
                        .list(reason -> reason.getString(1)),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                closing == 0
                        ? Optional.empty()
                        : Histories.link(connection, reader, postId, closing).map(Histories::row));
    }

    private static Optional<ClaimView> claim(ResultSet row) throws SQLException {
        Instant until = Instant.ofEpochMilli(row.getLong("claim_until"));
        return Optional.ofNullable(row.getString("claim_by")).map(by -> new ClaimView(by, until));
    }
}
