package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Tokens;

/** What a draft tells that could be a fact about a person, found once for all detectors. */
record Facts(
        List<Match> conditions,
        List<Match> relations,
        List<Match> occupations,
        List<Match> times,
        List<Match> laypeople,
        List<Match> events,
        List<Match> unique,
        List<Match> towns) {

    static Facts of(Tokens tokens, KnownOrganization organization) {
        return new Facts(
                Lexicon.CONDITION.in(tokens),
                Lexicon.RELATION.in(tokens),
                Lexicon.OCCUPATION.in(tokens),
                Lexicon.TIME.in(tokens),
                Lexicon.LAYPERSON.in(tokens),
                Lexicon.EVENT.in(tokens),
                Lexicon.UNIQUE.in(tokens),
                organization.towns().in(tokens));
    }

    /** Numbers of the sentences that tell a condition or something done in care. */
    Set<Integer> sentencesOfCare(Tokens tokens) {
        return Stream.concat(conditions.stream(), events.stream())
                .map(match -> tokens.get(match.start()).sentence())
                .collect(Collectors.toSet());
    }
}
