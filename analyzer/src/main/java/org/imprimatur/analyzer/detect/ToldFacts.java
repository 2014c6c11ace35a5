package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.meaning.Opinion;
import org.imprimatur.analyzer.meaning.Reading;
import org.imprimatur.analyzer.meaning.Telling;

/** Marks the words that tell something about a person as the model reads them, where no cue has marked them already. */
final class ToldFacts {

    private static final double CONFIDENCE = 0.6;
    private static final String CITATION = "45 CFR 164.514(b)(2)(ii)";
    private static final Map<FindingKind, String> SENTENCES = Map.of(
            FindingKind.CONDITION, "A condition, test or treatment is told.",
            FindingKind.TIME, "It is told when it happened.",
            FindingKind.OCCUPATION, "It is told what somebody does for a living or in town.",
            FindingKind.RELATION, "It is told how people are related.",
            FindingKind.LOCATION, "A place smaller than a state is told.",
            FindingKind.AGE, "An age is told.");

    private ToldFacts() {}

    static void add(
            List<Finding> findings, List<Finding> others, Opinion opinion, Reading reading, Screening screening) {
        Map<FindingKind, List<Span>> told = new EnumMap<>(FindingKind.class);
        for (Telling what : Telling.values()) {
            if (what.kind().group() == FindingKind.Group.FACT) {
                told.put(what.kind(), runs(what, opinion, reading, screening));
            }
        }
        told.forEach((kind, spans) -> {
            List<Span> unmarked = spans.stream()
                    .filter(span -> Stream.concat(findings.stream(), others.stream())
                            .filter(finding -> finding.kind() == kind)
                            .noneMatch(finding -> finding.spans().stream().anyMatch(span::overlaps)))
                    .toList();
            if (!unmarked.isEmpty()) {
                findings.add(new Finding(
                        "meaning",
                        kind,
                        unmarked,
                        CONFIDENCE,
                        SENTENCES.getOrDefault(kind, "A fact about a person is told."),
                        Optional.of(CITATION),
                        Optional.empty()));
            }
        });
    }

    /** Neighbouring words that tell the same are one place. */
    private static List<Span> runs(Telling what, Opinion opinion, Reading reading, Screening screening) {
        List<Span> runs = new ArrayList<>();
        int last = -2;
        int start = 0;
        for (Opinion.Told told : opinion.told()) {
            if (told.what() != what) {
                continue;
            }
            Reading.Word word = reading.words().get(told.word());
            if (told.word() == last + 1) {
                runs.remove(runs.size() - 1);
            } else {
                start = word.start();
            }
            runs.add(screening.span(start, word.end()));
            last = told.word();
        }
        return runs;
    }
}
