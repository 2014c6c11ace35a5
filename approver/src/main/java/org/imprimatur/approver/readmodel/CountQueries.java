package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much each filter of the queue would list, all read in one pass over what is open. */
record CountQueries(CaseQueries cases) {
    private static final String OPEN = CaseQueries.DUE_CASES + """
            SELECT severity, account, count(*) AS waiting, sum(due_at <= ?) AS overdue,
              sum(claim_by = ? AND claim_until > ?) AS held, sum(%s) AS involving, sum(%s) AS free,
              sum(second_look) AS second_look, sum(low_risk) AS low_risk, sum(escalated_to IS NOT NULL) AS escalated
            FROM due WHERE state = 'OPEN' AND\s
            """.formatted(Conditions.INVOLVING, Conditions.FREE);

    private record Counted(String name, int number) {}

    /** The open cases of one severity and account. */
    private record Group(
            String severity,
            String account,
            int waiting,
            int overdue,
            int held,
            int involving,
            int free,
            int secondLook,
            int lowRisk,
            int escalated) {}

    QueueCounts counts(Connection connection, String person, Reach reach, Instant now) throws SQLException {
        String of = reach.equals(Reach.EVERYTHING) ? "" : " JOIN posts p ON p.post_id = c.post_id";
        String reached = " WHERE " + reach.condition("p.account");
        Object[] accounts = reach.values().toArray();
        String states = "SELECT c.state, count(*) FROM cases c" + of + reached + " GROUP BY 1";
        String reasons = "SELECT g.reason, count(*) FROM cases c" + of
                + " JOIN reasons g ON g.post_id = c.post_id AND g.revision = c.revision"
                + reached + " AND c.state = 'OPEN' GROUP BY 1";
        List<Group> groups = groups(connection, person, reach, now.toEpochMilli());
        return new QueueCounts(
                named(Sql.of(connection, states, accounts)).entrySet().stream()
                        .collect(Collectors.toMap(each -> CaseState.valueOf(each.getKey()), Map.Entry::getValue)),
                waiting(groups, Group::severity),
                named(Sql.of(connection, reasons, accounts)),
                waiting(groups, Group::account),
                sum(groups, Group::overdue),
                sum(groups, Group::held),
                sum(groups, Group::involving),
                sum(groups, Group::free),
                sum(groups, Group::secondLook),
                sum(groups, Group::lowRisk),
                sum(groups, Group::escalated));
    }

    private List<Group> groups(Connection connection, String person, Reach reach, long now) throws SQLException {
        Stream<Object> asked = Stream.of(now, person, now, person, "person:" + person, person, now);
        String open = OPEN + reach.condition("account") + " GROUP BY severity, account";
        return Sql.of(connection, open, cases.values(Stream.concat(asked, reach.values())))
                .list(row -> new Group(
                        row.getString("severity"),
                        row.getString("account"),
                        row.getInt("waiting"),
                        row.getInt("overdue"),
                        row.getInt("held"),
                        row.getInt("involving"),
                        row.getInt("free"),
                        row.getInt("second_look"),
                        row.getInt("low_risk"),
                        row.getInt("escalated")));
    }

    private static Map<String, Integer> waiting(List<Group> groups, Function<Group, String> by) {
        return groups.stream().collect(Collectors.groupingBy(by, Collectors.summingInt(Group::waiting)));
    }

    private static int sum(List<Group> groups, ToIntFunction<Group> number) {
        return groups.stream().mapToInt(number).sum();
    }

    private static Map<String, Integer> named(Sql groups) throws SQLException {
        return groups.list(row -> new Counted(row.getString(1), row.getInt(2))).stream()
                .collect(Collectors.toMap(Counted::name, Counted::number));
    }
}
