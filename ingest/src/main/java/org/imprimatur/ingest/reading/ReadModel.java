package org.imprimatur.ingest.reading;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imprimatur.ingest.desk.PostBook;
import org.imprimatur.ingest.intake.Earlier;
import org.imprimatur.ingest.intake.Known;
import org.imprimatur.ingest.intake.PostId;
import org.imprimatur.ingest.progress.LogEntry.Submitted;
import org.imprimatur.ingest.progress.PostHistory;
import org.imprimatur.ingest.wire.LogReader;
import org.imprimatur.kit.projection.Projection;

/**
 * Answers from the projection, and never less than this instance has been told: what was acknowledged a moment ago and
 * has not come back from the log yet is remembered beside it.
 */
public final class ReadModel implements PostBook {
    private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(1);

    private final Projection projection;
    private final LogReader reader;
    private final ConcurrentMap<PostId, Awaited> awaited = new ConcurrentHashMap<>();

    /** Reads a projection that a {@link PostProjector} writes. */
    public ReadModel(Projection projection, LogReader reader) {
        this.projection = projection;
        this.reader = reader;
        projection.onChangedKeys(this::cameBack);
    }

    @Override
    public boolean caughtUp() {
        return projection.health().isUp();
    }

    @Override
    public Optional<Earlier> revision(PostId postId, int revision) {
        return remembered(postId)
                .filter(earlier -> earlier.revision() == revision)
                .or(() -> history(postId).revision(revision).map(ReadModel::earlier));
    }

    @Override
    public Optional<Earlier> newest(PostId postId) {
        return remembered(postId).or(() -> history(postId).newest().map(ReadModel::earlier));
    }

    /** Returns when the revision has come back from the log, or after a second without it. */
    @Override
    public void acknowledged(Earlier revision) {
        Awaited one = new Awaited(revision, new CountDownLatch(1));
        awaited.put(revision.postId(), one);
        cameBack(Set.of(revision.postId().value()));
        try {
            boolean seen = one.back().await(COMES_BACK_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!seen) {
                cameBack(Set.of(revision.postId().value()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything known about a post; without entries when there is no such post. */
    public PostHistory history(PostId postId) {
        return projection.read(connection -> PostRows.history(connection, reader, postId));
    }

    public PostList list(PostList.Query query) {
        PostList.Query oneMore = new PostList.Query(query.person(), query.state(), query.before(), query.most() + 1);
        List<PostList.Line> lines = projection.read(connection -> PostRows.page(connection, oneMore));
        if (lines.size() <= query.most()) {
            return new PostList(lines, Optional.empty());
        }
        List<PostList.Line> page = lines.subList(0, query.most());
        PostList.Line last = page.get(page.size() - 1);
        return new PostList(
                page,
                Optional.of(new PostList.Cursor(last.begunAt(), last.postId().value())));
    }

    /** The group of an account, to which roles may be limited; empty for the whole organization's, and for no account. */
    public String group(String account) {
        String group = "SELECT grp FROM account WHERE id = ?";
        return projection.read(connection -> Sql.query(connection, row -> row.getString(1), group, account)).stream()
                .findFirst()
                .orElse("");
    }

    /** What submissions may refer to; pictures as {@code pictures} finds them. */
    public Known known(Pictures pictures) {
        return new KnownRows(projection, pictures);
    }

    private Optional<Earlier> remembered(PostId postId) {
        return Optional.ofNullable(awaited.get(postId)).map(Awaited::revision);
    }

    private void cameBack(Set<String> keys) {
        Set<PostId> posts = new HashSet<>(awaited.keySet());
        posts.removeIf(post -> !keys.contains(post.value()));
        posts.forEach(post -> awaited.computeIfPresent(post, (same, one) -> {
            boolean there = history(post).revision(one.revision().revision()).isPresent();
            if (there) {
                one.back().countDown();
            }
            return there ? null : one;
        }));
    }

    private static Earlier earlier(Submitted submitted) {
        return submitted.draft().asEarlier(submitted.contentHash());
    }

    /** A revision that the log acknowledged, and who waits until it comes back. */
    private record Awaited(Earlier revision, CountDownLatch back) {}

    /** What is known of a stored picture by its hash; empty when there is none. */
    public interface Pictures {
        Optional<String> mediaType(String hash);

        OptionalLong bytes(String hash);
    }
}
