package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.wire.PostReader;
import org.imprimatur.approver.wire.RecordLines;
import org.imprimatur.approver.wire.publishing.OrderRecords;
import org.imprimatur.schemas.wire.Wire;

/** What pages and API ask: lists, one post, histories, dead letters. Safe for use by many threads. */
public final class ReadModel {
    private final Rows rows;
    private final PostReader reader;
    private final RecordLines lines;
    private final CaseQueries cases;
    private final PostQueries posts;
    private final DeliveryQueries deliveries;

    public ReadModel(Rows rows, Wire wire, ReviewTargets targets) {
        this.rows = rows;
        this.reader = new PostReader(wire);
        this.lines = new RecordLines(wire);
        this.cases = new CaseQueries(reader, targets);
        this.posts = new PostQueries(reader, cases);
        this.deliveries = new DeliveryQueries(reader, new OrderRecords(wire));
    }

    /** Cases that pass the filter, in the order that {@link QueuePage} says. */
    public QueuePage queue(QueueFilter filter) {
        return rows.read(connection -> cases.queue(connection, filter));
    }

    /** How many cases pass the filter, counted up to {@link QueuePage#COUNTED}. */
    public int count(QueueFilter filter) {
        return rows.read(connection -> cases.count(connection, filter));
    }

    /** How many cases of these accounts each filter would list for this person at {@code now}. */
    public QueueCounts counts(String person, Reach reach, Instant now) {
        return rows.read(connection -> new CountQueries(cases).counts(connection, person, reach, now));
    }

    /** Posts of everybody, held or not, newest first. */
    public PostPage posts(PostFilter filter) {
        return rows.read(connection -> posts.posts(connection, filter));
    }

    /** One post with all its revisions; empty when no draft of it was seen. */
    public Optional<PostView> post(String postId) {
        return rows.read(connection -> posts.post(connection, postId));
    }

    /**
     * The posts for these accounts that this person wrote or edited, newest submission first, at most {@code limit} after
     * {@code offset}.
     */
    public List<PostRow> postsOf(String author, Reach reach, int offset, int limit) {
        return rows.read(connection -> posts.postsOf(connection, author, reach, offset, limit));
    }

    /** Every review event of a post in order; empty for a post that was never held. */
    public List<HistoryRow> history(String postId) {
        return rows.read(connection -> Histories.links(connection, reader, postId).stream()
                .map(Histories::row)
                .toList());
    }

    /** Every review event of an account's posts, newest first, at most {@code limit} after {@code offset}. */
    public List<HistoryRow> historyOfAccount(String account, int offset, int limit) {
        return rows.read(connection -> Histories.ofAccount(connection, reader, account, offset, limit));
    }

    /** Publications that pass the filter, the most urgent first and then the newest. */
    public DeliveryPage deliveries(DeliveryFilter filter) {
        return rows.read(connection -> deliveries.page(connection, filter));
    }

    /** How many publications for these accounts there are of each group. */
    public Map<Delivery.Group, Integer> deliveryCounts(Reach reach) {
        return rows.read(connection -> deliveries.counts(connection, reach));
    }

    /** One publication; empty when nothing was heard of it. */
    public Optional<DeliveryRow> delivery(String deliveryId) {
        return rows.read(connection -> deliveries.one(connection, deliveryId));
    }

    /** What people asked about the publications of a post, and what came of it, oldest first. */
    public List<DeliveryOrder> orders(String postId) {
        return rows.read(connection -> deliveries.orders(connection, postId));
    }

    /** The answer to a command about publications; empty while there is none. */
    public Optional<DeliveryOrder> order(String postId, String commandId) {
        return rows.read(connection -> deliveries.order(connection, postId, commandId));
    }

    /** Ids of the authorizations that revisions for these accounts name. */
    public Set<String> reliedOn(Reach reach) {
        return rows.read(connection -> deliveries.reliedOn(connection, reach));
    }

    /** Publications of what was written under an authorization, the most urgent first. */
    public List<DeliveryRow> deliveriesUnder(String authorizationId) {
        return rows.read(connection -> deliveries.under(connection, authorizationId));
    }

    /** Lends everything that was written about these posts, as it stands at one moment, for evidence. */
    public void records(RecordScope scope, Consumer<Records> use) {
        var unused = rows.read(connection -> {
            boolean alone = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                use.accept(new Records(connection, lines, scope));
                return true;
            } finally {
                connection.rollback();
                connection.setAutoCommit(alone);
            }
        });
    }

    /** How many posts that is, counted up to {@code most}. */
    public int posts(RecordScope scope, int most) {
        String count = "SELECT count(*) FROM (" + scope.posts() + " LIMIT ?)";
        return rows.read(connection -> Sql.of(connection, count, scope.values(most))
                .first(row -> row.getInt(1))
                .orElse(0));
    }

    /** Whether the history of a post is complete and unchanged: sequence without gaps, every hash right. */
    public boolean historyVerified(String postId) {
        return rows.read(connection -> Histories.verified(postId, Histories.links(connection, reader, postId)));
    }

    /** The event that answers a command; empty while none does. */
    public Optional<HistoryRow> answer(String postId, String commandId) {
        return rows.read(connection ->
                Histories.answer(connection, reader, postId, commandId).map(Histories::row));
    }

    /** The revisions of the newest posts, newest post first, at most {@code limit}. */
    public List<PastRevision> pastRevisions(int limit) {
        return rows.read(connection -> posts.pastRevisions(connection, limit));
    }

    /** A revision as it came, a value of the topic {@code posts.drafts}; empty when it is not there. */
    public Optional<byte[]> draft(String postId, int revision) {
        String one = "SELECT draft FROM revisions WHERE post_id = ? AND revision = ?";
        return rows.read(connection -> Sql.of(connection, one, postId, revision).first(row -> row.getBytes(1)));
    }

    /** What services could not use, newest first, at most {@code limit} after {@code offset}. */
    public List<DeadLetterRow> deadLetters(int offset, int limit) {
        String newest = "SELECT * FROM dead_letters ORDER BY at DESC, service, topic, part, offs LIMIT ? OFFSET ?";
        return rows.read(connection -> Sql.of(connection, newest, limit, offset)
                .list(row -> new DeadLetterRow(
                        row.getString("service"),
                        row.getString("topic"),
                        row.getInt("part"),
                        row.getLong("offs"),
                        row.getString("record_key"),
                        row.getString("fault"),
                        Instant.ofEpochMilli(row.getLong("at")))));
    }

    /** Tells after every change of which posts, perhaps of more, on a thread that must not be kept: hand the work on. */
    public void onChange(Consumer<Set<String>> listener) {
        rows.onChange(listener);
    }
}
