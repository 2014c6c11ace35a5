package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.analyzer.detect.Person.Role;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;

/** Staff who did not agree to be named, and private circumstances of any colleague, named or not. */
final class Coworkers implements Detector {

    private static final Explanation NAMED = Explanation.of(
            FindingKind.COWORKER_NAME,
            "This colleague has not agreed to be named in official posts.",
            "",
            "Ask the colleague, or leave the name out.");
    private static final Explanation PRIVATE = Explanation.of(
            FindingKind.COWORKER,
            "This tells a colleague's private circumstances, such as health, leave, discipline or where to find them.",
            "",
            "Leave it out, or ask the colleague first.");
    private static final Phrases CIRCUMSTANCES = Lexicon.cues("coworker");
    private static final Phrases UNNAMED = Lexicon.cues("staff-private");

    @Override
    public String id() {
        return "coworker";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Finding> findings = new ArrayList<>();
        List<Span> kept = new ArrayList<>();
        boolean staffNamed = false;
        for (Person person : screening.people().all()) {
            if (person.role() == Role.PRIVATE_STAFF) {
                kept.add(screening.span(person));
            }
            staffNamed |= person.role() == Role.PRIVATE_STAFF || person.role() == Role.STAFF;
        }
        if (!kept.isEmpty()) {
            findings.add(NAMED.at(id(), 0.85, kept));
        }
        List<Span> told = new ArrayList<>();
        for (Match match : UNNAMED.in(screening.tokens())) {
            told.add(screening.span(match));
        }
        if (staffNamed) {
            for (Match match : CIRCUMSTANCES.in(screening.tokens())) {
                told.add(screening.span(match));
            }
        }
        if (!told.isEmpty()) {
            findings.add(PRIVATE.at(id(), 0.6, told));
        }
        return findings;
    }
}
