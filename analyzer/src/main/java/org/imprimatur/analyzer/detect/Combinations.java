package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.analyzer.crowd.Crowd;
import org.imprimatur.analyzer.crowd.Fit;
import org.imprimatur.analyzer.crowd.Portrait;
import org.imprimatur.analyzer.crowd.Portraits;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;

/** Facts that name nobody and yet, together, let people in town know who was in care. */
final class Combinations implements Detector {

    private static final String SENTENCE =
            "Nobody is named, but what is told about one person together lets others work out who it is.";
    private static final String CITATION = "45 CFR 164.514(b)(2)(ii)";
    private static final String FEW = "; CMS cell size suppression policy (no count of 1 to 10)";
    private static final String SAFER =
            "Tell it without the place, the day, the work and the family, or ask for a written authorization.";

    /** What reads even less like a person's story than this is said to everybody, however few would fit. */
    private static final double UNLIKELY = -1.5;

    private static final double SINGLED_OUT = 0.8;
    private static final double LOST_IN_THE_CROWD = 0.45;

    @Override
    public String id() {
        return "combination";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        Care care = screening.care();
        double score = care.score();
        if (score <= UNLIKELY) {
            return List.of();
        }
        Portrait portrait = portrait(screening);
        Fit fit = Crowd.fitting(portrait);
        boolean told = care.tellsOfOnePerson();
        boolean singledOut = fit.isFew() && (portrait.tellsOfCare() || care.tellsOfCare());
        if (!(told || singledOut) || isAboutSomebodyWhoAgreed(screening)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<Span> all = new ArrayList<>();
        Facts facts = screening.facts();
        fact(
                screening,
                facts.conditions(),
                FindingKind.CONDITION,
                "A condition, test or treatment is told.",
                all,
                findings);
        fact(screening, facts.times(), FindingKind.TIME, "It is told when it happened.", all, findings);
        fact(
                screening,
                facts.occupations(),
                FindingKind.OCCUPATION,
                "It is told what somebody does for a living or in town.",
                all,
                findings);
        fact(screening, facts.relations(), FindingKind.RELATION, "It is told how people are related.", all, findings);
        fact(screening, facts.towns(), FindingKind.LOCATION, "A place smaller than a state is told.", all, findings);
        if (!screening.isReply()) {
            double byStory = told ? Math.min(0.95, 0.5 + (score - 0.7) / 8) : 0;
            findings.add(why(fit).at(id(), confidence(fit, byStory), all));
        }
        return findings;
    }

    private static Explanation why(Fit fit) {
        String sentence = SENTENCE + " " + fit.sentence();
        return Explanation.of(
                FindingKind.REIDENTIFIABLE_COMBINATION, sentence, fit.isFew() ? CITATION + FEW : CITATION, SAFER);
    }

    /** The more people fit, the less sure; where nobody can say how many, what the draft reads like decides. */
    private static double confidence(Fit fit, double byStory) {
        if (fit.isFew()) {
            return Math.max(SINGLED_OUT, byStory);
        }
        return fit.isMany() ? Math.min(LOST_IN_THE_CROWD, byStory) : byStory;
    }

    /** Empty where nothing is told about anybody. */
    static Portrait portrait(Screening screening) {
        return Portraits.in(
                screening.tokens(),
                screening.organization().surroundings(),
                screening.organization().places().in(screening.tokens()),
                screening.facts().occupations(),
                !screening.facts().conditions().isEmpty());
    }

    private void fact(
            Screening screening,
            List<Match> matches,
            FindingKind kind,
            String sentence,
            List<Span> all,
            List<Finding> findings) {
        List<Span> spans = new ArrayList<>();
        for (Match match : matches) {
            Span span = screening.span(match);
            if (spans.stream().noneMatch(span::overlaps)) {
                spans.add(span);
            }
        }
        if (!spans.isEmpty()) {
            all.addAll(spans);
            findings.add(Explanation.of(kind, sentence, "45 CFR 164.514(b)(2)(ii)", "")
                    .at(id(), 0.6, spans));
        }
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
