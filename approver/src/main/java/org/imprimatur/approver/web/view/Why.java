package org.imprimatur.approver.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.FiredRule;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;

/**
 * Why a revision is held: its text and its pictures with marks, and the reasons beside them, tied by the findings' labels.
 *
 * @param pieces the text
 * @param boxes marks on pictures, by the picture's place from 0; a picture without any is left out
 * @param reasons rules that hold it, the severe first
 * @param remarks rules that only note something
 * @param loose findings that no rule took up
 */
public record Why(
        List<Piece> pieces,
        Map<Integer, List<Box>> boxes,
        List<Reason> reasons,
        List<Reason> remarks,
        List<Sighting> loose) {
    public Why {
        pieces = List.copyOf(pieces);
        boxes = Map.copyOf(boxes);
        reasons = List.copyOf(reasons);
        remarks = List.copyOf(remarks);
        loose = List.copyOf(loose);
    }

    /** Calls the findings as {@link Labels} says. */
    public static Why of(Revision content, Optional<Verdict> verdict) {
        return verdict.map(judged -> new Account(content, judged).why())
                .orElseGet(() ->
                        new Why(MarkedText.cut(content.text(), List.of()), Map.of(), List.of(), List.of(), List.of()));
    }

    private static final class Account {
        private final int[] text;
        private final Revision content;
        private final Verdict verdict;
        private final Labels labels;
        private final Set<Integer> listed = new HashSet<>();

        Account(Revision content, Verdict verdict) {
            this.content = content;
            this.text = content.text().codePoints().toArray();
            this.verdict = verdict;
            this.labels = Labels.of(verdict);
        }

        Why why() {
            List<Reason> reasons = reasons(true);
            List<Reason> remarks = reasons(false);
            List<Sighting> loose = labels.order().stream()
                    .filter(index -> !listed.contains(index))
                    .map(this::sighting)
                    .toList();
            return new Why(MarkedText.cut(content.text(), marks()), boxes(), reasons, remarks, loose);
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
            List<Sighting> sightings = labels.order().stream()
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
                    labels.of(index),
                    Words.kind(finding.kind()),
                    finding.spans().stream().findFirst().map(this::words).filter(words -> !words.isBlank()),
                    picture(finding).map(place -> place + 1),
                    finding.explanation(),
                    finding.suggestion(),
                    finding.citation(),
                    severe(index),
                    true);
            return listed.contains(index) ? sighting.elsewhere() : sighting;
        }

        private List<MarkedText.Mark> marks() {
            List<MarkedText.Mark> marks = new ArrayList<>();
            for (int index : labels.order()) {
                Finding finding = verdict.findings().get(index);
                if (finding.picture().isEmpty()) {
                    finding.spans()
                            .forEach(span -> marks.add(new MarkedText.Mark(labels.number(index), span, severe(index))));
                }
            }
            return marks;
        }

        private Map<Integer, List<Box>> boxes() {
            Map<Integer, List<Box>> boxes = new HashMap<>();
            for (int index : labels.order()) {
                Severity severity = severe(index) ? Severity.HIGH : Severity.LOW;
                picture(verdict.findings().get(index))
                        .ifPresent(place -> boxes.computeIfAbsent(place, none -> new ArrayList<>())
                                .add(new Box(labels.of(index), severe(index), Words.severity(severity))));
            }
            return boxes;
        }

        /** Empty, too, where the page has no such picture, as while composing. */
        private Optional<Integer> picture(Finding finding) {
            return finding.picture()
                    .filter(place -> place >= 0 && place < content.pictures().size());
        }

        private boolean severe(int index) {
            return verdict.rules().stream()
                    .anyMatch(rule ->
                            rule.severity() == Severity.HIGH && rule.findings().contains(index));
        }

        private String words(Span span) {
            int from = Math.min(span.start(), text.length);
            return new String(text, from, Math.min(span.end(), text.length) - from);
        }
    }
}
