package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostReader;

/** Cases: the queue, and the case of one revision. */
record CaseQueries(PostReader reader, ReviewTargets targets) {

    /** Until a verdict is known its case counts as severe. The values are the targets, severe and mild. */
    static final String DUE_CASES = """
            WITH due AS NOT MATERIALIZED (
              SELECT c.*, p.id AS post_number, r.account, r.draft, ifnull(v.severity, 'HIGH') AS severity,
                min(c.opened_at + iif(ifnull(v.severity, 'HIGH') = 'HIGH', ?, ?),
                    ifnull(r.scheduled_at, 9223372036854775807)) AS due_at
              FROM cases c
              JOIN posts p ON p.post_id = c.post_id
              JOIN revisions r ON r.post_id = c.post_id AND r.revision = c.revision
              LEFT JOIN verdicts v ON v.post_id = c.post_id AND v.revision = c.revision)
            """;

    private record Found(QueueRow row, int total) {}

    /** What is escalated is never decided by one alone. */
    private static final int ESCALATED = 2;

    QueuePage queue(Connection connection, QueueFilter filter) throws SQLException {
        Conditions conditions = Conditions.of(filter);
        String order =
                filter.waiting() ? " ORDER BY due_at, severity = 'LOW', post_id" : " ORDER BY opened_at DESC, post_id";
        // found and counted in one pass over short rows; the whole of a row is read for the page alone
        String page = DUE_CASES + ", page AS (SELECT post_id AS id, revision AS number, count(*) OVER () AS total"
                + conditions.where() + order + " LIMIT ? OFFSET ?)"
                + " SELECT due.*, total FROM page JOIN due ON post_id = id AND revision = number" + order;
        List<Found> found = Sql.of(connection, page, values(conditions.values(), filter.limit(), filter.offset()))
                .list(row -> new Found(queueRow(connection, row), row.getInt("total")));
        int total = found.isEmpty() ? count(connection, filter) : Math.min(QueuePage.COUNTED, found.get(0).total);
        return new QueuePage(found.stream().map(Found::row).toList(), total);
    }

    /** Up to {@link QueuePage#COUNTED}. */
    int count(Connection connection, QueueFilter filter) throws SQLException {
        Conditions conditions = Conditions.of(filter);
        String count = DUE_CASES + "SELECT count(*) FROM (SELECT 1" + conditions.where() + " LIMIT ?)";
        return Sql.of(connection, count, values(conditions.values(), QueuePage.COUNTED))
                .first(row -> row.getInt(1))
                .orElse(0);
    }

    Optional<CaseView> of(Connection connection, String postId, int revision) throws SQLException {
        return Sql.of(
                        connection,
                        DUE_CASES + "SELECT * FROM due WHERE post_id = ? AND revision = ?",
                        values(Stream.of(postId, revision)))
                .first(row -> view(connection, row));
    }

    /** The targets first, as {@link #DUE_CASES} asks. */
    Object[] values(Stream<Object> given, Object... last) {
        Stream<Object> first =
                Stream.of(targets.severe().toMillis(), targets.mild().toMillis());
        return Stream.concat(Stream.concat(first, given), Stream.of(last)).toArray();
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
        Optional<String> escalatedTo = Optional.ofNullable(row.getString("escalated_to"));
        boolean blocked = opened.approvalsNeeded() == 0;
        long closing = row.getLong("closing");
        return new CaseView(
                postId,
                revision,
                opened.contentHash(),
                CaseState.valueOf(row.getString("state")),
                escalatedTo.isPresent() && !blocked
                        ? Math.max(ESCALATED, opened.approvalsNeeded())
                        : opened.approvalsNeeded(),
                blocked,
                approvals(connection, postId, revision),
                opened.contributors(),
                claim(row),
                escalatedTo,
                row.getBoolean("second_look"),
                row.getBoolean("low_risk"),
                Severity.valueOf(row.getString("severity")),
                reasons(connection, postId, revision),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                moment(row, "expires_at"),
                moment(row, "release_at"),
                closing == 0
                        ? Optional.empty()
                        : Histories.link(connection, reader, postId, closing).map(Histories::row));
    }

    private static List<ApprovalView> approvals(Connection connection, String postId, int revision)
            throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM approvals WHERE post_id = ? AND revision = ? ORDER BY sequence",
                        postId,
                        revision)
                .list(row -> new ApprovalView(
                        row.getString("person"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Optional.ofNullable(row.getString("note")),
                        Instant.ofEpochMilli(row.getLong("undo_until")),
                        row.getBoolean("in_bulk")));
    }

    private static List<String> reasons(Connection connection, String postId, int revision) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT reason FROM reasons WHERE post_id = ? AND revision = ? ORDER BY reason",
                        postId,
                        revision)
                .list(reason -> reason.getString(1));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<ClaimView> claim(ResultSet row) throws SQLException {
        Instant until = Instant.ofEpochMilli(row.getLong("claim_until"));
        return Optional.ofNullable(row.getString("claim_by")).map(by -> new ClaimView(by, until));
    }
}
