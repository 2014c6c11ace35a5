package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter as the WHERE of a query over the cases with their due times, and its values in order. */
final class Conditions {
    /** The plus keeps the planner from beginning with the texts: of these a common word has many, and few cases wait. */
    private static final String FOUND = "+post_number IN (SELECT rowid FROM texts WHERE texts MATCH ?)";

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Conditions() {}

    static Conditions of(QueueFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add(filter.states().stream()
                .map(state -> "'" + state.name() + "'")
                .sorted()
                .collect(Collectors.joining(", ", "state IN (", ")")));
        filter.facets().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(conditions::facet);
        filter.dueBefore().ifPresent(at -> conditions.add("due_at <= ?", at.toEpochMilli()));
        filter.freeAt().ifPresent(at -> conditions.free(at));
        filter.marks().stream().sorted().forEach(mark -> conditions.add(marked(mark)));
        conditions.add(
                filter.reach().condition("account"), filter.reach().values().toArray());
        match(filter.words()).ifPresent(words -> conditions.add(FOUND, words));
        return conditions;
    }

    String where() {
        return " FROM due WHERE " + String.join(" AND ", parts);
    }

    Stream<Object> values() {
        return values.stream();
    }

    /** Every word must occur, the last letters of each may be missing. */
    static Optional<String> match(String words) {
        String query = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> '"' + word.replace("\"", "\"\"") + "\"*")
                .collect(Collectors.joining(" "));
        return Optional.of(query).filter(text -> !text.isEmpty());
    }

    private void facet(Map.Entry<QueueFilter.Facet, String> facet) {
        String value = facet.getValue();
        switch (facet.getKey()) {
            case SEVERITY -> add("severity = ?", value);
            case REASON ->
                add(
                        "EXISTS (SELECT 1 FROM reasons g WHERE g.post_id = due.post_id AND g.revision = due.revision"
                                + " AND g.reason = ?)",
                        value);
            case ACCOUNT -> add("account = ?", value);
            case CLAIMED_BY -> add("claim_by = ?", value);
            case INVOLVING ->
                add(
                        "(claim_by = ? OR escalated_to = ? OR EXISTS (SELECT 1 FROM approvals a WHERE a.post_id ="
                                + " due.post_id AND a.revision = due.revision AND a.person = ?))",
                        value,
                        "person:" + value,
                        value);
        }
    }

    private void free(Instant at) {
        add("(claim_by IS NULL OR claim_until <= ?)", at.toEpochMilli());
    }

    private static String marked(QueueFilter.Mark mark) {
        return switch (mark) {
            case SECOND_LOOK -> "second_look = 1";
            case LOW_RISK -> "low_risk = 1";
            case ESCALATED -> "escalated_to IS NOT NULL";
        };
    }

    private void add(String part, Object... its) {
        parts.add(part);
        values.addAll(List.of(its));
    }
}
