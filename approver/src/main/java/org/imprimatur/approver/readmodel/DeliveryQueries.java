package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.wire.PostReader;
import org.imprimatur.approver.wire.publishing.OrderRecords;

/** Publications over all posts, and what people asked about them. */
record DeliveryQueries(PostReader reader, OrderRecords records) {
    private static final String COLUMNS = "SELECT d.delivery, r.draft FROM ";
    private static final String DRAFTS = " LEFT JOIN revisions r ON r.post_id = d.post_id AND r.revision = d.revision";
    private static final String ROWS = COLUMNS + "deliveries d" + DRAFTS;
    private static final String MOST_URGENT = " ORDER BY d.urgency, d.at DESC, d.delivery_id";

    DeliveryPage page(Connection connection, DeliveryFilter filter) throws SQLException {
        Where where = where(filter);
        List<DeliveryRow> rows = Sql.of(
                        connection,
                        ROWS + where + MOST_URGENT + " LIMIT ? OFFSET ?",
                        where.values(filter.limit(), filter.offset()))
                .list(this::row);
        String count = "SELECT count(*) FROM (SELECT 1 FROM deliveries d" + where + " LIMIT ?)";
        int total = Sql.of(connection, count, where.values(QueuePage.COUNTED))
                .first(row -> row.getInt(1))
                .orElse(0);
        return new DeliveryPage(rows, total);
    }

    private static Where where(DeliveryFilter filter) {
        Where where = new Where();
        filter.account().ifPresent(account -> where.and("d.account = ?", account));
        filter.platform().ifPresent(platform -> where.and("d.platform = ?", platform));
        if (!filter.groups().isEmpty()) {
            where.and(filter.groups().stream()
                    .map(group -> String.valueOf(group.urgency()))
                    .collect(Collectors.joining(", ", "d.urgency IN (", ")")));
        }
        where.and(filter.reach().condition("d.account"), filter.reach().values().toArray());
        return where;
    }

    Map<Delivery.Group, Integer> counts(Connection connection, Reach reach) throws SQLException {
        Map<Delivery.Group, Integer> counts = new EnumMap<>(Delivery.Group.class);
        for (Delivery.Group group : Delivery.Group.values()) {
            Where where = new Where();
            where.and("urgency = ?", group.urgency());
            where.and(reach.condition("account"), reach.values().toArray());
            counts.put(
                    group,
                    Sql.of(connection, "SELECT count(*) FROM deliveries" + where, where.values())
                            .first(row -> row.getInt(1))
                            .orElse(0));
        }
        return counts;
    }

    Optional<DeliveryRow> one(Connection connection, String deliveryId) throws SQLException {
        return Sql.of(connection, ROWS + " WHERE d.delivery_id = ?", deliveryId).first(this::row);
    }

    List<DeliveryRow> under(Connection connection, String authorization) throws SQLException {
        String relying = COLUMNS
                + "reliances a JOIN deliveries d ON d.post_id = a.post_id AND d.revision = a.revision"
                + DRAFTS
                + " WHERE a.authorization_id = ?";
        return Sql.of(connection, relying + MOST_URGENT, authorization).list(this::row);
    }

    Set<String> reliedOn(Connection connection, Reach reach) throws SQLException {
        String named =
                "SELECT DISTINCT a.authorization_id FROM reliances a JOIN posts p ON p.post_id = a.post_id WHERE "
                        + reach.condition("p.account");
        return Set.copyOf(Sql.of(connection, named, reach.values().toArray()).list(row -> row.getString(1)));
    }

    List<DeliveryOrder> orders(Connection connection, String postId) throws SQLException {
        return Sql.of(connection, "SELECT answer FROM orders WHERE post_id = ? ORDER BY at, command_id", postId)
                .list(row -> records.order(row.getBytes(1)));
    }

    Optional<DeliveryOrder> order(Connection connection, String postId, String commandId) throws SQLException {
        return Sql.of(connection, "SELECT answer FROM orders WHERE post_id = ? AND command_id = ?", postId, commandId)
                .first(row -> records.order(row.getBytes(1)));
    }

    private DeliveryRow row(ResultSet row) throws SQLException {
        Optional<Revision> content = Optional.ofNullable(row.getBytes(2)).map(reader::revision);
        return new DeliveryRow(
                reader.delivery(row.getBytes(1)),
                content.map(Revision::text).map(Preview::of).orElse(""),
                content.map(Revision::author).orElse(""));
    }
}
