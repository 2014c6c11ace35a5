package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.wire.PostReader;

/** Posts: one with everything, and the list of a person. */
record PostQueries(PostReader reader, CaseQueries cases) {

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
        String theirs = """
                SELECT r.draft FROM contributors c
                JOIN posts p ON p.post_id = c.post_id
                JOIN revisions r ON r.post_id = p.post_id AND r.revision = p.newest
                WHERE c.person = ? AND %s ORDER BY p.submitted_at DESC, p.post_id LIMIT ? OFFSET ?
                """;
        Stream<Object> values = Stream.of(Stream.of(person), reach.values(), Stream.of(limit, offset))
                .flatMap(each -> each);
        return Sql.of(connection, theirs.formatted(reach.condition("p.account")), values.toArray())
                .list(row -> postRow(connection, row.getBytes(1)));
    }

    /** With words the index of texts walks from the newest post back, so that a common word costs no more than a rare. */
    PostPage posts(Connection connection, PostFilter filter) throws SQLException {
        Optional<String> match = Conditions.match(filter.words());
        String from = match.isPresent()
                ? " FROM texts t JOIN posts p ON p.id = t.rowid WHERE t.texts MATCH ?"
                : " FROM posts p WHERE ifnull(?, '') = ''";
        String where = from + """
                 AND (?2 IS NULL OR p.author = ?2) AND (?3 IS NULL OR p.account = ?3)
                 AND (?4 IS NULL OR p.submitted_at >= ?4) AND (?5 IS NULL OR p.submitted_at < ?5)
                """ + " AND " + filter.reach().condition("p.account");
        List<Object> values = new ArrayList<>(List.of(
                match,
                filter.author(),
                filter.account(),
                filter.from().map(Instant::toEpochMilli),
                filter.until().map(Instant::toEpochMilli)));
        filter.reach().values().forEach(values::add);
        String order = match.isPresent() ? "t.rowid DESC" : "p.submitted_at DESC, p.post_id";
        String page = "SELECT p.post_id, p.newest" + where + " ORDER BY " + order + " LIMIT ? OFFSET ?";
        List<PostRow> rows = new ArrayList<>();
        for (byte[] draft : Sql.of(
                        connection,
                        "WITH page AS (" + page + ") SELECT r.draft FROM page"
                                + " JOIN revisions r ON r.post_id = page.post_id AND r.revision = page.newest",
                        Stream.concat(values.stream(), Stream.of(filter.limit(), filter.offset()))
                                .toArray())
                .list(row -> row.getBytes(1))) {
            rows.add(postRow(connection, draft));
        }
        String count = "SELECT count(*) FROM (SELECT 1" + where + " LIMIT " + QueuePage.COUNTED + ")";
        int total = Sql.of(connection, count, values.toArray())
                .first(row -> row.getInt(1))
                .orElse(0);
        return new PostPage(rows, total);
    }

    private PostRow postRow(Connection connection, byte[] draft) throws SQLException {
        RevisionView newest = view(connection, reader.revision(draft));
        Revision content = newest.content();
        List<Delivery> deliveries = Sql.of(
                        connection,
                        "SELECT delivery FROM deliveries WHERE post_id = ? AND revision = ?",
                        content.postId(),
                        content.revision())
                .list(delivery -> reader.delivery(delivery.getBytes(1)));
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
