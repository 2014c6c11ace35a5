package org.imprimatur.analyzer.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imprimatur.analyzer.detect.Person.Role;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;

/** A patient's story, words or picture without an authorization that is in force and covers it. */
final class Stories implements Detector {

    private static final String RULE = "45 CFR 164.508";
    private static final Explanation UNSIGNED = Explanation.of(
            FindingKind.TESTIMONIAL_WITHOUT_AUTHORIZATION,
            "A patient's story, words or picture needs that person's written authorization, and none that covers this"
                    + " is attached.",
            RULE,
            "Attach the signed authorization, or tell it without the person.");
    private static final Explanation ENDED = Explanation.of(
            FindingKind.TESTIMONIAL_WITHOUT_AUTHORIZATION,
            "The attached authorization has expired, was revoked, or does not name this platform.",
            RULE,
            "Ask for a new authorization before this goes out.");
    private static final Explanation BEYOND = Explanation.of(
            FindingKind.TESTIMONIAL_WITHOUT_AUTHORIZATION,
            "This tells more about the person's health than the attached authorization allows.",
            RULE,
            "Keep to what the form names, or ask for a wider authorization.");
    private static final Cues CUES = new Cues(Lexicon.cues("story"), Phrases.NONE);
    private static final Set<String> NOT_PUBLIC = Set.of("", "outbox", "webhook");

    @Override
    public String id() {
        return "story";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        Draft draft = screening.draft();
        boolean named = screening.people().any(Role.AUTHORIZED).isPresent();
        if (!named) {
            List<Span> spans = CUES.in(screening);
            return spans.isEmpty() ? List.of() : List.of(UNSIGNED.at(id(), 0.65, spans));
        }
        boolean covered = draft.authorizations().stream()
                .allMatch(authorization -> covers(authorization, screening.day(), draft.platform()));
        if (!covered) {
            return List.of(ENDED.at(id(), 0.9, named(screening)));
        }
        List<Span> beyond = beyondScope(screening);
        return beyond.isEmpty() ? List.of() : List.of(BEYOND.at(id(), 0.55, beyond));
    }

    private static boolean covers(Authorization authorization, LocalDate day, String platform) {
        boolean namesPlatform =
                NOT_PUBLIC.contains(platform) || authorization.platforms().contains(platform);
        return authorization.inForce(day) && namesPlatform;
    }

    private static List<Span> named(Screening screening) {
        return screening.people().all().stream()
                .filter(person -> person.role() == Role.AUTHORIZED)
                .map(screening::span)
                .toList();
    }

    private static List<Span> beyondScope(Screening screening) {
        StringBuilder scopes = new StringBuilder();
        for (Authorization authorization : screening.draft().authorizations()) {
            // What a form excludes ("no trial details") is not allowed by being mentioned.
            scopes.append(authorization.scope().replaceAll("(?i)\\b(?:no|nothing|not)\\b[^.;]*", ""));
        }
        String allowed = scopes.toString().toLowerCase(Locale.ROOT);
        List<Span> beyond = new ArrayList<>();
        for (Match match : screening.facts().conditions()) {
            String word = screening.tokens().get(match.start()).owner();
            if (!allowed.contains(word.length() > 5 ? word.substring(0, 5) : word)) {
                beyond.add(screening.span(match));
            }
        }
        return beyond;
    }
}
