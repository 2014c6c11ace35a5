package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;

/** Facts that name nobody and yet, together, let people in town know who was in care. */
final class Combinations implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.REIDENTIFIABLE_COMBINATION,
            "Nobody is named, but what is told about one person together lets others work out who it is.",
            "45 CFR 164.514(b)(2)(ii)",
            "Tell it without the place, the day, the work and the family, or ask for a written authorization.");

    @Override
    public String id() {
        return "combination";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        Care care = screening.care();
        double score = care.score();
        if (!care.tellsOfOnePerson() || isAboutSomebodyWhoAgreed(screening)) {
            return List.of();
        }
        if (screening.isReply()) {
            return List.of();
        }
        Facts facts = screening.facts();
        List<Span> spans = new ArrayList<>();
        for (List<Match> told :
                List.of(facts.conditions(), facts.times(), facts.occupations(), facts.relations(), facts.towns())) {
            for (Match match : told) {
                Span span = screening.span(match);
                if (spans.stream().noneMatch(span::overlaps)) {
                    spans.add(span);
                }
            }
        }
        return List.of(WHY.at(id(), Math.min(0.95, 0.5 + (score - 0.7) / 8), spans));
    }

    /** The one told about is named and has signed, works here, or is known to history; then other rules decide. */
    private static boolean isAboutSomebodyWhoAgreed(Screening screening) {
        boolean agreed = false;
        boolean signed = false;
        for (Person person : screening.people().all()) {
            switch (person.role()) {
                case AUTHORIZED -> signed = true;
                case STAFF, PUBLIC -> agreed = true;
                case PATIENT, RELATIVE, UNKNOWN, PRIVATE_STAFF -> {
                    return false;
                }
            }
        }
        return signed || (agreed && !screening.care().tellsMuch());
    }
}
