package org.imprimatur.approver.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.FiredRule;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;

/**
 * Why a revision is held: its text with marks, and the reasons beside it, tied by the findings' numbers.
 *
 * @param pieces the text
 * @param reasons rules that hold it, the severe first
 * @param remarks rules that only note something
 * @param loose findings that no rule took up
 */
public record Why(List<Piece> pieces, List<Reason> reasons, List<Reason> remarks, List<Sighting> loose) {
    public Why {
        pieces = List.copyOf(pieces);
        reasons = List.copyOf(reasons);
        remarks = List.copyOf(remarks);
        loose = List.copyOf(loose);
    }

    /** Numbers the findings in the order in which a reader meets them in the text. */
    public static Why of(Revision content, Optional<Verdict> verdict) {
        return verdict.map(judged -> new Account(content.text(), judged).why())
                .orElseGet(() -> new Why(MarkedText.cut(content.text(), List.of()), List.of(), List.of(), List.of()));
    }

    private static final class Account {
        private final int[] text;
        private final String whole;
        private final Verdict verdict;
        private final List<Integer> order;
        private final Set<Integer> listed = new HashSet<>();

        Account(String text, Verdict verdict) {
            this.whole = text;
            this.text = text.codePoints().toArray();
            this.verdict = verdict;
            this.order = IntStream.range(0, verdict.findings().size())
                    .boxed()
                    .sorted(Comparator.comparingInt(this::firstPlace).thenComparing(index -> index))
                    .toList();
        }

        Why why() {
            List<Reason> reasons = reasons(true);
            List<Reason> remarks = reasons(false);
            List<Sighting> loose = order.stream()
                    .filter(index -> !listed.contains(index))
                    .map(this::sighting)
                    .toList();
            return new Why(MarkedText.cut(whole, marks()), reasons, remarks, loose);
        }

        private List<Reason> reasons(boolean holding) {
            return verdict.rules().stream()
                    .filter(rule -> holding == (rule.action() != Action.NOTE))
                    .sorted(Comparator.comparing(FiredRule::severity)
                            .thenComparing(FiredRule::action)
                            .reversed())
                    .map(this::reason)
                    .toList();
        }

        private Reason reason(FiredRule rule) {
            List<Sighting> sightings = order.stream()
                    .filter(rule.findings()::contains)
                    .map(this::sighting)
                    .toList();
            listed.addAll(rule.findings());
            return new Reason(
                    rule.title(),
                    Words.reason(rule.reason()),
                    rule.severity() == Severity.HIGH,
                    Words.severity(rule.severity()),
                    rule.message(),
                    rule.suggestion(),
                    Words.action(rule.action()),
                    rule.ruleId(),
                    rule.citation(),
                    sightings);
        }

        private Sighting sighting(int index) {
            Finding finding = verdict.findings().get(index);
            Sighting sighting = new Sighting(
                    order.indexOf(index) + 1,
                    Words.spelled(finding.kind()),
                    finding.spans().stream().findFirst().map(this::words).filter(words -> !words.isBlank()),
                    finding.explanation(),
                    finding.suggestion(),
                    finding.citation(),
                    severe(index),
                    true);
            return listed.contains(index) ? sighting.elsewhere() : sighting;
        }

        private List<MarkedText.Mark> marks() {
            List<MarkedText.Mark> marks = new ArrayList<>();
            for (int index : order) {
                for (Span span : verdict.findings().get(index).spans()) {
                    marks.add(new MarkedText.Mark(order.indexOf(index) + 1, span, severe(index)));
                }
            }
            return marks;
        }

        private boolean severe(int index) {
            return verdict.rules().stream()
                    .anyMatch(rule ->
                            rule.severity() == Severity.HIGH && rule.findings().contains(index));
        }

        private int firstPlace(int index) {
            return verdict.findings().get(index).spans().stream()
                    .mapToInt(Span::start)
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }

        private String words(Span span) {
            int from = Math.min(span.start(), text.length);
            return new String(text, from, Math.min(span.end(), text.length) - from);
        }
    }
}
