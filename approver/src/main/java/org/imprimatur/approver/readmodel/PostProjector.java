package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.wire.PostReader;
import org.imprimatur.approver.wire.publishing.OrderRecords;
import org.imprimatur.kit.projection.Projector;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/**
 * Turns records of the topics into rows of {@link Tables}, whatever the order in which topics arrive. What cannot be
 * read becomes a dead letter of this service, so that a person sees it.
 */
public final class PostProjector implements Projector {

    /** Takes one readable record. */
    private interface Take {
        void from(Connection connection, byte[] value) throws SQLException;
    }

    private final PostReader reader;
    private final OrderRecords orders;
    private final Map<String, Take> takes;

    public PostProjector(Wire wire) {
        reader = new PostReader(wire);
        orders = new OrderRecords(wire);
        takes = Map.of(
                Topics.DRAFTS.name(), this::draft,
                Topics.VERDICTS.name(), this::verdict,
                Topics.REVIEW_EVENTS.name(),
                        (connection, value) -> CaseRows.take(connection, reader.link(value), value),
                Topics.DELIVERIES.name(), this::delivery,
                Topics.DELIVERY_ANSWERS.name(), this::order);
    }

    /** The topics whose records it takes. */
    public static List<String> topics() {
        return Stream.concat(
                        Stream.of(
                                        Topics.DRAFTS,
                                        Topics.VERDICTS,
                                        Topics.REVIEW_EVENTS,
                                        Topics.DELIVERIES,
                                        Topics.DELIVERY_ANSWERS)
                                .map(topic -> topic.name()),
                        Topics.allDeadLetters().stream())
                .toList();
    }

    @Override
    public int version() {
        return Tables.VERSION;
    }

    @Override
    public void createTables(Connection connection) throws SQLException {
        Tables.create(connection);
    }

    @Override
    public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        Optional<Take> take = Optional.ofNullable(takes.get(record.topic()));
        if (take.isEmpty()) {
            Letters.keep(connection, record);
            return;
        }
        try {
            take.get().from(connection, Optional.ofNullable(record.value()).orElse(new byte[0]));
        } catch (SerializationException | IllegalArgumentException undecodable) {
            Letters.keepUnreadable(connection, record, undecodable);
        }
    }

    private void draft(Connection connection, byte[] value) throws SQLException {
        Revision draft = reader.revision(value);
        long submittedAt = draft.submittedAt().toEpochMilli();
        int added = Sql.of(
                        connection,
                        "INSERT OR IGNORE INTO revisions VALUES (?, ?, ?, ?, ?, ?)",
                        draft.postId(),
                        draft.revision(),
                        draft.author(),
                        draft.account(),
                        draft.scheduledAt().map(Instant::toEpochMilli),
                        value)
                .update();
        if (added == 0) {
            return;
        }
        for (String person : draft.contributors()) {
            Sql.of(connection, "INSERT OR IGNORE INTO contributors VALUES (?, ?)", person, draft.postId())
                    .update();
        }
        for (String authorization : draft.authorizations()) {
            Sql.of(
                            connection,
                            "INSERT OR IGNORE INTO reliances VALUES (?, ?, ?)",
                            authorization,
                            draft.postId(),
                            draft.revision())
                    .update();
        }
        int newest = Sql.of(
                        connection, """
                        INSERT INTO posts (post_id, newest, submitted_at, account, author) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (post_id) DO UPDATE SET newest = excluded.newest, submitted_at = excluded.submitted_at,
                          account = excluded.account, author = excluded.author
                        WHERE excluded.newest > newest
                        """, draft.postId(), draft.revision(), submittedAt, draft.account(), draft.author())
                .update();
        if (newest > 0) {
            search(connection, draft);
        }
    }

    private static void search(Connection connection, Revision draft) throws SQLException {
        Sql.of(connection, """
                        INSERT OR REPLACE INTO texts (rowid, post_id, author, body)
                        SELECT id, post_id, ?, ? FROM posts WHERE post_id = ?
                        """, draft.author(), draft.text(), draft.postId()).update();
    }

    private void verdict(Connection connection, byte[] value) throws SQLException {
        Verdict verdict = reader.verdict(value);
        String postId = reader.judgedPost(value);
        Sql.of(
                        connection,
                        "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)",
                        postId,
                        verdict.revision(),
                        verdict.severity().name(),
                        value)
                .update();
        Sql.of(connection, "DELETE FROM reasons WHERE post_id = ? AND revision = ?", postId, verdict.revision())
                .update();
        for (String reason : verdict.reasons()) {
            Sql.of(connection, "INSERT INTO reasons VALUES (?, ?, ?)", postId, verdict.revision(), reason)
                    .update();
        }
    }

    private void delivery(Connection connection, byte[] value) throws SQLException {
        Delivery delivery = reader.delivery(value);
        Sql.of(
                        connection,
                        "INSERT OR REPLACE INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        delivery.deliveryId(),
                        delivery.postId(),
                        delivery.revision(),
                        delivery.account(),
                        delivery.platform(),
                        delivery.step().group().urgency(),
                        delivery.at().toEpochMilli(),
                        value)
                .update();
    }

    private void order(Connection connection, byte[] value) throws SQLException {
        DeliveryOrder order = orders.order(value);
        Sql.of(
                        connection,
                        "INSERT OR IGNORE INTO orders VALUES (?, ?, ?, ?)",
                        order.request().postId(),
                        order.request().commandId(),
                        order.askedAt().toEpochMilli(),
                        value)
                .update();
    }
}
