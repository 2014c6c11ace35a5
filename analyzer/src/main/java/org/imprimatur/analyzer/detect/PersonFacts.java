package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;

/** What is told about a person, marked for whoever reviews the draft; facts by themselves hold nothing. */
final class PersonFacts implements Detector {

    private static final String RULE = "45 CFR 164.514(b)(2)(ii)";
    private static final Explanation CONDITION =
            Explanation.of(FindingKind.CONDITION, "A condition, test or treatment is told.", RULE, "");
    private static final Explanation TIME = Explanation.of(FindingKind.TIME, "It is told when it happened.", RULE, "");
    private static final Explanation OCCUPATION =
            Explanation.of(FindingKind.OCCUPATION, "It is told what somebody does for a living or in town.", RULE, "");
    private static final Explanation RELATION =
            Explanation.of(FindingKind.RELATION, "It is told how people are related.", RULE, "");
    private static final Explanation PLACE =
            Explanation.of(FindingKind.LOCATION, "A place smaller than a state is told.", RULE, "");
    private static final Explanation AGE =
            Explanation.of(FindingKind.AGE, "This is the age of a person.", RULE, "Say an age group instead.");
    private static final Pattern DATE =
            Pattern.compile("(?<![\\w/.-])" + BirthAndCareDates.DATE + "(?![\\w%])", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "facts";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        if (!isAboutSomebody(screening)) {
            return List.of();
        }
        Facts facts = screening.facts();
        List<Finding> findings = new ArrayList<>();
        add(CONDITION, spans(screening, Ailments.in(screening.tokens(), facts.conditions())), findings);
        List<Span> times = spans(screening, facts.times());
        dates(screening, times);
        add(TIME, times, findings);
        List<Span> occupations = spans(screening, facts.occupations());
        addAll(occupations, spans(screening, screening.people().firms()));
        addAll(
                occupations,
                spans(
                        screening,
                        Employers.in(screening.tokens(), screening.people().all())));
        add(OCCUPATION, occupations, findings);
        add(RELATION, spans(screening, facts.relations()), findings);
        List<Span> places = spans(screening, facts.towns());
        addAll(places, spans(screening, screening.people().places()));
        add(PLACE, places, findings);
        add(AGE, Ages.told(screening), findings);
        return findings;
    }

    private static boolean isAboutSomebody(Screening screening) {
        return screening.isReply()
                || !screening.people().all().isEmpty()
                || screening.care().mentionsSomebody();
    }

    private static void dates(Screening screening, List<Span> times) {
        List<Span> dates = new ArrayList<>();
        screening.nearDigits().find(DATE, match -> dates.add(screening.text().span(match.start(), match.end())));
        addAll(times, dates);
    }

    private static List<Span> spans(Screening screening, List<Match> matches) {
        List<Span> spans = new ArrayList<>();
        addAll(spans, matches.stream().map(screening::span).toList());
        return spans;
    }

    /** First come, first served. */
    private static void addAll(List<Span> spans, List<Span> more) {
        for (Span span : more) {
            if (spans.stream().noneMatch(span::overlaps)) {
                spans.add(span);
            }
        }
    }

    private void add(Explanation why, List<Span> spans, List<Finding> findings) {
        if (!spans.isEmpty()) {
            findings.add(why.at(id(), 0.6, spans));
        }
    }
}
