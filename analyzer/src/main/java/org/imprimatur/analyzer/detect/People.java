package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.detect.Person.Role;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Everybody named in a draft, with the role that lists and nearby words give them. */
final class People {

    private static final Phrases EPONYM = Lexicon.cues("eponym");
    private static final Phrases GREETED = Lexicon.cues("greeting");
    private static final int LONGEST_GREETING = 8;
    private static final Phrases PUBLIC = Lexicon.cues("public-person");
    private static final Phrases HISTORICAL = Lexicon.cues("historical");
    private static final Phrases FICTIONAL = Lexicon.cues("fictional");
    private static final Pattern LONG_AGO = Pattern.compile("1[5-8]\\d\\d|19[0-3]\\d");

    /**
     * What stands around the named.
     *
     * @param care sentences that tell a condition or something done in care
     * @param longAgo sentences that tell of a year before anybody's lifetime
     * @param vouched whether the organization says who its people are, or the draft bears the marks of what is published
     */
    private record Around(Set<Integer> care, Set<Integer> longAgo, boolean reply, boolean inPublic, boolean vouched) {}

    private final List<Person> all;
    private final NameSpotter.Spotted spotted;

    private People(List<Person> all, NameSpotter.Spotted spotted) {
        this.all = List.copyOf(all);
        this.spotted = spotted;
    }

    static People in(Tokens tokens, Links links, Facts facts, KnownOrganization organization, Draft draft) {
        boolean[] taken = new boolean[tokens.size()];
        List<Person> people = new ArrayList<>();
        EPONYM.in(tokens).stream().filter(match -> !isFamilyName(tokens, match)).forEach(match -> mark(match, taken));
        mark(organization.places(), tokens, taken);
        mark(organization.towns(), tokens, taken);
        take(organization.directory().kept(), Role.PRIVATE_STAFF, tokens, taken, people);
        take(organization.directory().agreed(), Role.STAFF, tokens, taken, people);
        take(HISTORICAL, Role.PUBLIC, tokens, taken, people);
        for (Authorization authorization : draft.authorizations()) {
            Phrases name = Phrases.of(List.of(nameForms(authorization.personName())), Map.of());
            take(name, Role.AUTHORIZED, tokens, taken, people);
        }
        boolean vouched = !organization.directory().isEmpty() || isPublished(tokens, links);
        boolean inPublic = (vouched && PUBLIC.foundIn(tokens)) || FICTIONAL.foundIn(tokens);
        NameSpotter.Spotted spotted = NameSpotter.spot(tokens, links);
        boolean reply = draft.kind() == DraftKind.REPLY;
        Around around = new Around(facts.sentencesOfCare(tokens), sentencesOfLongAgo(tokens), reply, inPublic, vouched);
        for (Person person : spotted.people()) {
            if (isFree(person, taken) && !isPartOfKnownName(person, tokens, organization, draft)) {
                people.add(withRole(person, tokens, around));
            }
        }
        return new People(people, spotted);
    }

    /** Whether it bears the marks of what is made for the public: a link, a tag, a mention. */
    static boolean isPublished(Tokens tokens, Links links) {
        if (links.anyUrl()) {
            return true;
        }
        for (int i = 1; i < tokens.size(); i++) {
            boolean mark = tokens.key(i - 1).equals("#") || tokens.key(i - 1).equals("@");
            boolean joined = tokens.get(i).start() == tokens.get(i - 1).end();
            boolean inside =
                    i > 1 && tokens.get(i - 1).start() == tokens.get(i - 2).end();
            if (mark && joined && !inside && tokens.get(i).isWord()) {
                return true;
            }
        }
        return false;
    }

    List<Person> all() {
        return all;
    }

    /** What reads like the name of a place. */
    List<Match> places() {
        return spotted.places();
    }

    /** What reads like the name of a firm, a school, an authority. */
    List<Match> firms() {
        return spotted.firms();
    }

    Optional<Person> any(Role role) {
        return all.stream().filter(person -> person.role() == role).findFirst();
    }

    private static String nameForms(String name) {
        String full = KnownOrganization.phrase(name);
        int space = full.indexOf(' ');
        return space < 0
                ? full
                : full + ", " + full.substring(0, space) + ", " + full.substring(full.lastIndexOf(' ') + 1);
    }

    private static void mark(Phrases phrases, Tokens tokens, boolean[] taken) {
        phrases.in(tokens).forEach(match -> mark(match, taken));
    }

    private static void mark(Match match, boolean[] taken) {
        for (int i = match.phraseStart(); i < match.phraseEnd(); i++) {
            taken[i] = true;
        }
    }

    /** Emily Graves and Mr. Parkinson are somebody; Emily's Graves disease is none. */
    private static boolean isFamilyName(Tokens tokens, Match match) {
        int start = match.phraseStart();
        int before = tokens.key(start - 1).equals(".") ? start - 2 : start - 1;
        if (before < 0
                || tokens.get(before).sentence() != tokens.get(start).sentence()
                || tokens.get(start).start() - tokens.get(before).end() > 2) {
            return false;
        }
        if (NameWords.CIVIL.contains(tokens.key(before))) {
            return true;
        }
        if (match.phraseEnd() - start > 1 || Eponyms.isOne(tokens, start, match.phraseEnd())) {
            return false;
        }
        Token name = tokens.get(before);
        return before == start - 1 && NameLikelihood.TABLE.given(name.key()) >= 2 && !isPlainWord(name);
    }

    private static boolean isPlainWord(Token token) {
        return !token.isCapitalised() && NameLikelihood.TABLE.isWord(token.key());
    }

    private static void take(Phrases names, Role role, Tokens tokens, boolean[] taken, List<Person> people) {
        for (Match match : names.in(tokens)) {
            boolean free = true;
            for (int i = match.phraseStart(); i < match.phraseEnd(); i++) {
                free &= !taken[i];
            }
            boolean capital = tokens.get(match.phraseEnd() - 1).isCapitalised()
                    || tokens.key(match.phraseEnd() - 1).equals(".");
            if (free && capital && !continues(tokens, match)) {
                for (int i = match.phraseStart(); i < match.phraseEnd(); i++) {
                    taken[i] = true;
                }
                people.add(new Person(match.phraseStart(), match.phraseEnd(), role, 0.9));
            }
        }
    }

    /** A given name of ours that goes on with another family name is somebody else. */
    private static boolean continues(Tokens tokens, Match match) {
        int next = match.phraseEnd();
        if (match.phraseEnd() - match.phraseStart() > 1 || next >= tokens.size()) {
            return false;
        }
        Token after = tokens.get(next);
        boolean adjacent = after.start() - tokens.get(next - 1).end() <= 1
                && after.sentence() == tokens.get(next - 1).sentence();
        return adjacent
                && after.isWord()
                && after.isCapitalised()
                && NameLikelihood.TABLE.family(after.key()) >= 1
                && !NameLikelihood.TABLE.isWord(after.key());
    }

    /** One word of a place, a partner, or a name that the attached authorization's scope allows. */
    private static boolean isPartOfKnownName(
            Person person, Tokens tokens, KnownOrganization organization, Draft draft) {
        String word = tokens.get(person.start()).owner();
        if (person.end() - person.start() > 1) {
            return false;
        }
        return organization.placeWords().contains(word)
                || draft.authorizations().stream()
                        .anyMatch(authorization -> authorization
                                .scope()
                                .contains(tokens.get(person.start()).text()));
    }

    private static boolean isFree(Person person, boolean[] taken) {
        for (int i = person.start(); i < person.end(); i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private static Person withRole(Person person, Tokens tokens, Around around) {
        int sentence = tokens.get(person.start()).sentence();
        if (around.longAgo().contains(sentence)) {
            return as(person, Role.PUBLIC, 0);
        }
        boolean care = around.care().contains(sentence);
        boolean anyCare = !around.care().isEmpty();
        if (isBesideRelation(person, tokens) && anyCare) {
            return as(person, Role.RELATIVE, 0.15);
        }
        if (around.reply() && person.certainty() >= 0.6) {
            return as(person, Role.PATIENT, 0.05);
        }
        if (isAged(person, tokens) || (care && person.certainty() >= 0.6)) {
            return as(person, around.inPublic() ? Role.PUBLIC : Role.PATIENT, 0.1);
        }
        if (around.inPublic()) {
            return as(person, Role.PUBLIC, 0);
        }
        boolean alone = person.end() - person.start() == 1;
        return around.vouched() && alone && person.certainty() < 0.6 && !isGreeted(person, tokens)
                ? as(person, Role.UNKNOWN, -0.15)
                : as(person, Role.UNKNOWN, 0);
    }

    private static boolean isGreeted(Person person, Tokens tokens) {
        for (int i = Math.max(0, person.start() - LONGEST_GREETING); i <= person.start(); i++) {
            if (GREETED.at(tokens, i)
                    .filter(match -> Math.abs(match.phraseEnd() - person.start()) <= 1)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The sentences that tell of a year before anybody's lifetime. */
    private static Set<Integer> sentencesOfLongAgo(Tokens tokens) {
        Set<Integer> sentences = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            if ((tokens.key(i - 1).equals("in") || tokens.key(i - 1).equals("since"))
                    && LONG_AGO.matcher(tokens.key(i)).matches()) {
                sentences.add(tokens.get(i).sentence());
            }
        }
        return sentences;
    }

    private static Person as(Person person, Role role, double more) {
        return new Person(person.start(), person.end(), role, Math.max(0, Math.min(0.95, person.certainty() + more)));
    }

    /** "her husband Bill", "Bill's wife", "Annika's brother". */
    private static boolean isBesideRelation(Person person, Tokens tokens) {
        int before = person.start() - 1;
        for (int i = before; i >= Math.max(0, before - 2); i--) {
            if (Lexicon.RELATION
                    .at(tokens, i)
                    .filter(match -> match.end() == person.start())
                    .isPresent()) {
                return true;
            }
        }
        String lastKey = tokens.key(person.end() - 1);
        boolean possessive = lastKey.endsWith("'s") || tokens.key(person.end()).equals("'");
        return possessive && Lexicon.RELATION.at(tokens, person.end()).isPresent();
    }

    /** "Anneke, 34,". */
    private static boolean isAged(Person person, Tokens tokens) {
        int at = person.end();
        return at + 1 < tokens.size()
                && (tokens.key(at).equals(",") || tokens.key(at).equals("("))
                && tokens.get(at + 1).isNumber()
                && tokens.key(at + 1).length() <= 3
                && (at + 2 >= tokens.size() || ",).!?".contains(tokens.key(at + 2)));
    }
}
