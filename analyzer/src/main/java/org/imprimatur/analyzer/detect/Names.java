package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.analyzer.detect.Person.Role;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** People named in a draft who are in no list: patients, their relatives, and those of whom nothing is known. */
final class Names implements Detector {

    private static final String NAMES = "45 CFR 164.514(b)(2)(i)(A)";
    private static final Map<Role, Explanation> WHY = new EnumMap<>(Map.of(
            Role.PATIENT,
            Explanation.of(
                    FindingKind.PATIENT_NAME,
                    "Somebody is named beside words about their care.",
                    NAMES,
                    "Leave the name out, or attach the person's written authorization."),
            Role.RELATIVE,
            Explanation.of(
                    FindingKind.FAMILY_NAME,
                    "A relative of somebody in care is named; relatives identify a patient as the patient's own name"
                            + " does.",
                    NAMES,
                    "Leave the relative's name out."),
            Role.UNKNOWN,
            Explanation.of(
                    FindingKind.UNKNOWN_NAME,
                    "Somebody is named who is in none of the organization's lists, so nobody knows whether they"
                            + " agreed.",
                    "",
                    "Ask the person, add them to the directory, or leave the name out.")));

    @Override
    public String id() {
        return "name";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        Map<Role, List<Span>> spans = new EnumMap<>(Role.class);
        Map<Role, Double> certainty = new EnumMap<>(Role.class);
        for (Person person : screening.people().all()) {
            if (WHY.containsKey(person.role())) {
                spans.computeIfAbsent(person.role(), unused -> new ArrayList<>())
                        .add(screening.span(person));
                certainty.merge(person.role(), confidence(person, screening), Math::max);
            }
        }
        List<Finding> findings = new ArrayList<>();
        spans.forEach((role, where) -> {
            Explanation why = WHY.get(role);
            if (why != null) {
                findings.add(why.at(id(), certainty.getOrDefault(role, 0.0), where));
            }
        });
        return findings;
    }

    /** Without a list of who is who, a name in what is made for the public is most likely that of somebody public. */
    private static double confidence(Person person, Screening screening) {
        boolean listless = screening.organization().directory().isEmpty();
        if (!listless || !screening.isPublished()) {
            return person.certainty();
        }
        if (person.role() == Role.UNKNOWN) {
            return person.certainty() * 0.4;
        }
        boolean story = screening.care().tellsOfOnePerson() || screening.isReply();
        return story ? person.certainty() : person.certainty() * 0.5;
    }
}
