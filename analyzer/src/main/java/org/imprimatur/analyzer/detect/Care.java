package org.imprimatur.analyzer.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** How much a draft reads like the story of one person in care, counted from cues of different kinds. */
final class Care {

    private static final Phrases SPECIFIC = Lexicon.cues("specific");
    private static final Phrases GENERIC = Lexicon.cues("generic");
    private static final Phrases MAILBAG = Lexicon.cues("mailbag");
    private static final Phrases PATIENT = Lexicon.cues("patient-word");
    private static final Set<String> PRONOUNS = Set.of(
            "she", "he", "her", "him", "his", "hers", "she's", "he's", "she'd", "he'd", "ella", "herself", "himself");

    /** Chosen on drafts of five organizations, where fewer than one clear post in a hundred lies above. */
    private static final double TOLD = 0.4;

    private final int specific;
    private final int generic;
    private final int pronouns;
    private final int conditions;
    private final int events;
    private final int times;
    private final int occupations;
    private final int relations;
    private final int unique;
    private final int towns;
    private final int places;
    private final boolean mailbag;
    private final boolean patient;

    private Care(Tokens tokens, Facts facts) {
        specific = SPECIFIC.in(tokens).size();
        generic = GENERIC.in(tokens).size();
        pronouns = (int) tokens.list().stream()
                .map(Token::key)
                .filter(PRONOUNS::contains)
                .count();
        conditions = distinct(facts.conditions());
        events = distinct(facts.events());
        times = distinct(facts.times());
        occupations = distinct(facts.occupations());
        relations = distinct(facts.relations());
        unique = distinct(facts.unique());
        towns = distinct(facts.towns());
        places = places(tokens);
        mailbag = MAILBAG.foundIn(tokens);
        patient = PATIENT.foundIn(tokens);
    }

    static Care of(Tokens tokens, Facts facts) {
        return new Care(tokens, facts);
    }

    /** Somebody particular is told about, with care and something of their life. */
    boolean tellsOfOnePerson() {
        return mentionsSomebody() && tellsOfCare() && score() >= TOLD;
    }

    /** An illness or what happens to people in care is told, of whomever. */
    boolean tellsOfCare() {
        return conditions + events > 0;
    }

    /** Somebody particular is spoken of, whatever is said of them. */
    boolean mentionsSomebody() {
        return specific + pronouns + occupations + relations > 0;
    }

    /** So much is told that it is more than a word about a colleague. */
    boolean tellsMuch() {
        return score() >= TOLD + 1.5;
    }

    /** One follower is answered in public. */
    boolean addressesOnePerson() {
        return mailbag;
    }

    boolean mentionsPatient() {
        return patient;
    }

    /** Sum of the cues; grows with what is told and shrinks with what is said to everybody. */
    double score() {
        double story = 0.5 * Math.min(specific, 3)
                + 1.1 * Math.min(pronouns, 4)
                + 0.35 * Math.min(conditions, 3)
                + 0.1 * Math.min(events, 2);
        double about = 0.5 * Math.min(times, 2)
                + 0.7 * Math.min(occupations, 2)
                + 0.7 * Math.min(relations, 2)
                + 0.5 * Math.min(unique, 2)
                + 0.7 * Math.min(towns, 2)
                + 0.5 * Math.min(places, 2);
        return story + about - 0.5 * Math.min(generic, 8) - 2;
    }

    /** The cues one by one, for tuning and for explanations. */
    int[] cues() {
        return new int[] {
            specific, generic, pronouns, conditions, events, times, occupations, relations, unique, towns, places
        };
    }

    private static int distinct(List<Match> matches) {
        Set<Integer> starts = new HashSet<>();
        int end = -1;
        for (Match match : matches) {
            if (match.start() >= end) {
                starts.add(match.start());
                end = match.end();
            }
        }
        return starts.size();
    }

    private static final Set<String> PLACES = Set.of(
            "street",
            "road",
            "school",
            "elementary",
            "high",
            "church",
            "diner",
            "cafe",
            "park",
            "farm",
            "ranch",
            "barn",
            "bar",
            "gym",
            "station",
            "highway",
            "route",
            "county",
            "lake",
            "bridge",
            "jail",
            "prison",
            "dorm",
            "campus",
            "reservation",
            "township",
            "mill",
            "plant",
            "cannery",
            "factory",
            "mine",
            "rink",
            "stadium",
            "field",
            "store",
            "shop",
            "hotel",
            "motel",
            "calle",
            "escuela",
            "iglesia",
            "rancho",
            "pueblo");

    /** Places that are named or told, such as "Route 9" or "the rink". */
    private static int places(Tokens tokens) {
        int count = 0;
        for (int i = 1; i < tokens.size(); i++) {
            boolean named = tokens.get(i - 1).isCapitalised() || tokens.get(i).isCapitalised();
            if (PLACES.contains(tokens.key(i)) && (named || tokens.key(i - 1).equals("the"))) {
                count++;
            }
        }
        return count;
    }
}
