package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.analyzer.crowd.Crowd;
import org.imprimatur.analyzer.crowd.Fit;
import org.imprimatur.analyzer.crowd.Portrait;
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
        if (screening.isReply() || !PersonTold.mayTell(care)) {
            return List.of();
        }
        Portrait portrait = PersonTold.portrait(screening);
        Fit fit = Crowd.fitting(portrait);
        boolean told = care.tellsOfOnePerson();
        boolean singledOut = fit.isFew() && (portrait.tellsOfCare() || care.tellsOfCare());
        if (!(told || singledOut) || isAboutSomebodyWhoAgreed(screening)) {
            return List.of();
        }
        double byStory = told ? Math.min(0.95, 0.5 + (score - 0.7) / 8) : 0;
        return List.of(why(fit).at(id(), confidence(fit, byStory), spans(screening)));
    }

    /** Everything that helps to single somebody out. */
    static List<Span> spans(Screening screening) {
        Facts facts = screening.facts();
        List<Span> spans = new ArrayList<>();
        for (List<Match> facet :
                List.of(facts.conditions(), facts.times(), facts.occupations(), facts.relations(), facts.towns())) {
            for (Match match : facet) {
                Span span = screening.span(match);
                if (spans.stream().noneMatch(span::overlaps)) {
                    spans.add(span);
                }
            }
        }
        return spans;
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

    /** The one told about is named and has signed, works here, or is known to history; then other rules decide. */
    static boolean isAboutSomebodyWhoAgreed(Screening screening) {
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
