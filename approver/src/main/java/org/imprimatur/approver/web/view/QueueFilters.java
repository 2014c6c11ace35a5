package org.imprimatur.approver.web.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imprimatur.approver.readmodel.QueueCounts;
import org.imprimatur.approver.web.view.QueueChoice.Show;

/**
 * What stands above the queue: its parts and filters with their counts, and the views that the reader saved.
 *
 * @param choice what is shown
 * @param parts of the queue
 * @param severities to choose from
 * @param reasons to choose from, the most frequent first
 * @param accounts to choose from, the most frequent first
 * @param saved by the reader
 */
public record QueueFilters(
        QueueChoice choice,
        List<Part> parts,
        List<Option> severities,
        List<Option> reasons,
        List<Option> accounts,
        List<Saved> saved) {
    public QueueFilters {
        parts = List.copyOf(parts);
        severities = List.copyOf(severities);
        reasons = List.copyOf(reasons);
        accounts = List.copyOf(accounts);
        saved = List.copyOf(saved);
    }

    /** One part of the queue and how much it lists. */
    public record Part(Show show, int count, boolean current) {
        public String address() {
            return "/queue" + new QueueChoice(show, "", "", "", "", 0).query();
        }
    }

    /** One value of a filter. */
    public record Option(String value, String word, int count, boolean chosen) {}

    /** One saved view. */
    public record Saved(String name, String address, int count, boolean current) {}

    /** With counts as they are now. */
    public static QueueFilters of(QueueChoice choice, QueueCounts counts, int all, List<Saved> saved) {
        return new QueueFilters(
                choice,
                List.of(
                        part(choice, Show.ALL, all),
                        part(choice, Show.OVERDUE, counts.overdue()),
                        part(choice, Show.FREE, counts.free()),
                        part(choice, Show.MINE, counts.claimedByMe()),
                        part(choice, Show.INVOLVING, counts.involvingMe()),
                        part(choice, Show.SECOND_LOOK, counts.secondLook()),
                        part(choice, Show.ESCALATED, counts.escalated()),
                        part(choice, Show.LOW_RISK, counts.lowRisk())),
                List.of(
                        option("HIGH", "High", counts.severities(), choice.severity()),
                        option("LOW", "Low", counts.severities(), choice.severity())),
                options(counts.reasons(), choice.reason(), true),
                options(counts.accounts(), choice.account(), false),
                saved);
    }

    private static Part part(QueueChoice choice, Show show, int count) {
        return new Part(show, count, choice.show() == show);
    }

    private static Option option(String value, String word, Map<String, Integer> counts, String chosen) {
        return new Option(value, word, counts.getOrDefault(value, 0), value.equals(chosen));
    }

    private static List<Option> options(Map<String, Integer> counts, String chosen, boolean spelled) {
        return counts.keySet().stream()
                .map(value -> option(value, spelled ? Words.reason(value) : value, counts, chosen))
                .sorted(Comparator.comparing(Option::count).reversed().thenComparing(Option::word))
                .toList();
    }
}
