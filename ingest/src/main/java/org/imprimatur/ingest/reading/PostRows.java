package org.imprimatur.ingest.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.imprimatur.ingest.intake.PostId;
import org.imprimatur.ingest.progress.LogEntry;
import org.imprimatur.ingest.progress.PostHistory;
import org.imprimatur.ingest.wire.LogReader;

/** Reads posts from the tables of {@link PostProjector}. */
final class PostRows {

    private PostRows() {}

    static PostHistory history(Connection connection, LogReader reader, PostId postId) throws SQLException {
        List<Optional<LogEntry>> entries = Sql.query(
                connection,
                row -> reader.entry(row.getString(1), row.getBytes(2)),
                "SELECT topic, value FROM entry WHERE post = ?",
                postId.value());
        return new PostHistory(entries.stream().flatMap(Optional::stream).toList());
    }

    static List<PostList.Line> page(Connection connection, PostList.Query query) throws SQLException {
        return Sql.query(
                connection,
                row -> new PostList.Line(new PostId(row.getString(1)), row.getString(2), row.getLong(3)),
                "SELECT post.id, post.state, post.begun_at FROM contributor JOIN post ON post.id = contributor.post"
                        + " WHERE contributor.person = ?1 AND (?2 = '' OR post.state = ?2)"
                        + " AND (post.begun_at, post.id) < (?3, ?4)"
                        + " ORDER BY post.begun_at DESC, post.id DESC LIMIT ?5",
                query.person(),
                query.state(),
                query.before().begunAt(),
                query.before().postId(),
                query.most());
    }
}
