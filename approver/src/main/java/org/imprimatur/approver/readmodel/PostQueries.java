package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.wire.PostReader;

/** Posts: one with everything, and the list of a person. */
record PostQueries(PostReader reader, CaseQueries cases) {

    /** Of the posts of a page, which comes before it; few have a case or went out, so that is looked up for those alone. */
    private static final String ROWS = """
             SELECT r.draft, v.verdict,
              EXISTS (SELECT 1 FROM cases c WHERE c.post_id = r.post_id AND c.revision = r.revision) AS held,
              EXISTS (SELECT 1 FROM deliveries d WHERE d.post_id = r.post_id AND d.revision = r.revision) AS sent
            FROM page JOIN revisions r ON r.post_id = page.post_id AND r.revision = page.newest
            LEFT JOIN verdicts v ON v.post_id = r.post_id AND v.revision = r.revision
            """;

    Optional<PostView> post(Connection connection, String postId) throws SQLException {
        List<RevisionView> revisions = new ArrayList<>();
        List<Revision> contents = Sql.of(
                        connection, "SELECT draft FROM revisions WHERE post_id = ? ORDER BY revision DESC", postId)
                .list(row -> reader.revision(row.getBytes(1)));
        for (Revision content : contents) {
            revisions.add(view(connection, content));
        }
        if (revisions.isEmpty()) {
            return Optional.empty();
        }
        List<Delivery> deliveries = Sql.of(
                        connection, "SELECT delivery FROM deliveries WHERE post_id = ? ORDER BY revision DESC", postId)
                .list(row -> reader.delivery(row.getBytes(1)));
        return Optional.of(new PostView(postId, Standing.of(revisions.get(0), deliveries), revisions, deliveries));
    }

    List<PastRevision> pastRevisions(Connection connection, int limit) throws SQLException {
        return Sql.of(connection, """
                        SELECT r.post_id, r.revision, c.state FROM posts p
                        JOIN revisions r ON r.post_id = p.post_id
                        LEFT JOIN cases c ON c.post_id = r.post_id AND c.revision = r.revision
                        ORDER BY p.submitted_at DESC, p.post_id, r.revision DESC LIMIT ?
                        """, limit)
                .list(row -> new PastRevision(
                        row.getString(1),
                        row.getInt(2),
                        Optional.ofNullable(row.getString(3)).map(CaseState::valueOf)));
    }

    List<PostRow> postsOf(Connection connection, String person, Reach reach, int offset, int limit)
            throws SQLException {
        Where where = new Where();
        where.and("c.person = ?", person);
        where.and(reach.condition("p.account"), reach.values().toArray());
        String page = "SELECT c.post_id, p.newest FROM contributors c JOIN posts p ON p.post_id = c.post_id" + where
                + " ORDER BY c.submitted_at DESC, c.post_id LIMIT ? OFFSET ?";
        return Sql.of(connection, "WITH page AS (" + page + ")" + ROWS, where.values(limit, offset))
                .list(row -> postRow(connection, row));
    }

    /** With words the index of texts walks from the newest post back, so that a common word costs no more than a rare. */
    PostPage posts(Connection connection, PostFilter filter) throws SQLException {
        Optional<String> match = Conditions.match(filter.words());
        Where where = new Where();
        match.ifPresent(words -> where.and("t.texts MATCH ?", Conditions.by(filter.author(), words)));
        filter.author().ifPresent(author -> where.and("p.author = ?", author));
        filter.account().ifPresent(account -> where.and("p.account = ?", account));
        filter.from().ifPresent(from -> where.and("p.submitted_at >= ?", from.toEpochMilli()));
        filter.until().ifPresent(until -> where.and("p.submitted_at < ?", until.toEpochMilli()));
        where.and(filter.reach().condition("p.account"), filter.reach().values().toArray());
        String from = (match.isPresent() ? " FROM texts t JOIN posts p ON p.id = t.rowid" : " FROM posts p") + where;
        String order = match.isPresent() ? "t.rowid DESC" : "p.submitted_at DESC, p.post_id";
        String page = "SELECT p.post_id, p.newest" + from + " ORDER BY " + order + " LIMIT ? OFFSET ?";
        List<PostRow> rows = Sql.of(
                        connection, "WITH page AS (" + page + ")" + ROWS, where.values(filter.limit(), filter.offset()))
                .list(row -> postRow(connection, row));
        boolean all = filter.offset() == 0 && rows.size() < filter.limit();
        String count = "SELECT count(*) FROM (SELECT 1" + from + " LIMIT ?)";
        int total = all
                ? rows.size()
                : Sql.of(connection, count, where.values(QueuePage.COUNTED))
                        .first(row -> row.getInt(1))
                        .orElse(0);
        return new PostPage(rows, total);
    }

    private PostRow postRow(Connection connection, ResultSet row) throws SQLException {
        Revision content = reader.revision(row.getBytes("draft"));
        Optional<CaseView> review =
                row.getBoolean("held") ? cases.of(connection, content.postId(), content.revision()) : Optional.empty();
        Optional<Verdict> verdict = Optional.ofNullable(row.getBytes("verdict")).map(reader::verdict);
        RevisionView newest = new RevisionView(content, verdict, review);
        List<Delivery> deliveries = row.getBoolean("sent") ? deliveries(connection, content) : List.of();
        return new PostRow(
                content.postId(),
                content.revision(),
                content.author(),
                content.account(),
                Preview.of(content.text()),
                Standing.of(newest, deliveries),
                newest.review().flatMap(Standing::note),
                content.scheduledAt(),
                content.submittedAt());
    }

    private List<Delivery> deliveries(Connection connection, Revision content) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT delivery FROM deliveries WHERE post_id = ? AND revision = ?",
                        content.postId(),
                        content.revision())
                .list(delivery -> reader.delivery(delivery.getBytes(1)));
    }

    private RevisionView view(Connection connection, Revision content) throws SQLException {
        Optional<Verdict> verdict = Sql.of(
                        connection,
                        "SELECT verdict FROM verdicts WHERE post_id = ? AND revision = ?",
                        content.postId(),
                        content.revision())
                .first(row -> reader.verdict(row.getBytes(1)));
        return new RevisionView(content, verdict, cases.of(connection, content.postId(), content.revision()));
    }
}
