package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** How much each filter of the queue would list. */
record CountQueries(CaseQueries cases) {
    private static final QueueFilter OPEN = QueueFilter.all(1);

    private record Counted(String name, int number) {}

    QueueCounts counts(Connection connection, String person, Reach reach, Instant now) throws SQLException {
        QueueFilter open = OPEN.within(reach);
        String posts = "FROM cases c JOIN posts p ON p.post_id = c.post_id WHERE " + reach.condition("p.account");
        String all = reach.equals(Reach.EVERYTHING) ? "FROM cases c" : posts;
        Map<String, Integer> states = named(Sql.of(
                connection,
                "SELECT c.state, count(*) " + all + " GROUP BY c.state",
                reach.values().toArray()));
        String waiting = CaseQueries.DUE_CASES + "SELECT %s, count(*) FROM due %s WHERE state = 'OPEN' AND "
                + reach.condition("account") + " GROUP BY 1";
        String joined = "JOIN reasons g ON g.post_id = due.post_id AND g.revision = due.revision";
        return new QueueCounts(
                states.entrySet().stream()
                        .collect(Collectors.toMap(each -> CaseState.valueOf(each.getKey()), Map.Entry::getValue)),
                named(over(connection, waiting.formatted("severity", ""), reach)),
                named(over(connection, waiting.formatted("g.reason", joined), reach)),
                named(over(connection, waiting.formatted("account", ""), reach)),
                cases.count(connection, open.dueBefore(now)),
                held(connection, person, now),
                cases.count(connection, open.with(QueueFilter.Facet.INVOLVING, person)),
                cases.count(connection, open.freeAt(now)),
                cases.count(connection, open.with(QueueFilter.Mark.SECOND_LOOK)),
                cases.count(connection, open.with(QueueFilter.Mark.LOW_RISK)),
                cases.count(connection, open.with(QueueFilter.Mark.ESCALATED)));
    }

    private static int held(Connection connection, String person, Instant now) throws SQLException {
        String mine = "SELECT count(*) FROM cases WHERE state = 'OPEN' AND claim_by = ? AND claim_until > ?";
        return Sql.of(connection, mine, person, now.toEpochMilli())
                .first(row -> row.getInt(1))
                .orElse(0);
    }

    private Sql over(Connection connection, String statement, Reach reach) {
        return Sql.of(connection, statement, cases.values(reach.values().map(Object.class::cast)));
    }

    private static Map<String, Integer> named(Sql groups) throws SQLException {
        return groups.list(row -> new Counted(row.getString(1), row.getInt(2))).stream()
                .collect(Collectors.toMap(Counted::name, Counted::number));
    }
}
