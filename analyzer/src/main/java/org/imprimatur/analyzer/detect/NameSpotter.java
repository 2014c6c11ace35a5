package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imprimatur.analyzer.detect.Person.Role;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Finds people's names: what the trained tagger takes for one, unless other words show that it is a thing. */
final class NameSpotter {

    /** Margin of the tagger at which two of three names that it sees are right. */
    private static final double CLEAR = 15;

    private static final double ANNOUNCED = 0.9;

    /** Margin beyond which even the first word of a sentence is taken for a name. */
    private static final double SURE = 25;

    private static final NameLikelihood TABLE = NameLikelihood.TABLE;
    private static final Set<String> SPANISH = Set.of(
            "el", "la", "los", "las", "de", "que", "y", "en", "por", "con", "su", "para", "es", "se", "una", "no");

    private final Tokens tokens;
    private final NameCues cues;
    private final Namesakes namesakes;
    private final Links links;
    private final boolean spanish;
    private final boolean quiet;
    private final NameTagger.Row row;
    private final List<Person> found = new ArrayList<>();

    private NameSpotter(Tokens tokens, Links links) {
        this.tokens = tokens;
        this.cues = new NameCues(tokens);
        this.namesakes = new Namesakes(tokens, cues);
        this.links = links;
        this.spanish = tokens.list().stream()
                                .filter(token -> SPANISH.contains(token.key()))
                                .count()
                        * 5
                >= tokens.size();
        this.quiet = NameFeatures.isQuiet(tokens);
        this.row = NameTagger.TRAINED.tag(tokens);
    }

    /**
     * What was found, in order.
     *
     * @param people without their titles, all with role {@code UNKNOWN}
     */
    record Spotted(List<Person> people, List<Match> places, List<Match> firms) {}

    static Spotted spot(Tokens tokens, Links links) {
        NameSpotter spotter = new NameSpotter(tokens, links);
        int i = 0;
        while (i < tokens.size()) {
            if (spotter.isName(i) || spotter.cues.announce(i)) {
                int end = spotter.end(i);
                spotter.keep(i, end);
                i = end;
            } else {
                i++;
            }
        }
        return new Spotted(
                List.copyOf(spotter.found), spotter.runs(NameTagger.PLACE), spotter.runs(NameTagger.ORGANIZATION));
    }

    private List<Match> runs(byte tag) {
        List<Match> runs = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int start = i;
            while (i < tokens.size() && row.tag(i) == tag && (i == start || cues.adjacent(i - 1, i))) {
                i++;
            }
            if (i > start
                    && !links.touchesUrl(
                            tokens.get(start).start(), tokens.get(i - 1).end())) {
                runs.add(new Match(start, i, start, i));
            }
            i = Math.max(i, start + 1);
        }
        return List.copyOf(runs);
    }

    private boolean isName(int i) {
        return row.tag(i) == NameTagger.PERSON;
    }

    /** Over initials with a full stop, and over small words inside a name. */
    private int end(int start) {
        int end = start + 1;
        while (end < tokens.size()) {
            int next = end;
            if (tokens.key(next).equals(".") && tokens.get(next - 1).text().length() == 1) {
                next++;
            }
            while (next < tokens.size()
                    && next - end < 3
                    && NameWords.PARTICLES.contains(tokens.key(next))
                    && !isName(next)) {
                next++;
            }
            if (next >= tokens.size() || !isName(next) || !cues.adjacent(next - 1, next)) {
                break;
            }
            end = next + 1;
        }
        if (end - start == 1 && hasQuietFamilyName(start)) {
            return end + 1;
        }
        boolean initial = tokens.get(end - 1).text().length() == 1
                && end < tokens.size()
                && tokens.key(end).equals(".")
                && end - start > 1;
        return initial ? end + 1 : end;
    }

    /** In a text without capitals, a foreign word after a given name: "tina roelink". */
    private boolean hasQuietFamilyName(int given) {
        if (!quiet || given + 1 >= tokens.size() || !cues.adjacent(given, given + 1)) {
            return false;
        }
        Token next = tokens.get(given + 1);
        return next.isWord()
                && next.text().length() > 3
                && !TABLE.isWord(next.owner())
                && TABLE.given(tokens.key(given)) >= 2;
    }

    private void keep(int from, int end) {
        int start = from;
        while (start < end - 1 && NameWords.TITLES.contains(tokens.key(start))) {
            start++;
        }
        int last = end - 1;
        while (last > start
                && (NameWords.THINGS.contains(tokens.key(last))
                        || tokens.key(last).equals("."))) {
            last--;
        }
        boolean afterName = (start > 1 && isName(start - 2)) || (start > 2 && isName(start - 3));
        if (namesakes.isThing(start, last + 1)
                || (!afterName && namesakes.isSaint(start, last))
                || (!cues.isTitled(start) && Eponyms.isOne(tokens, start, last + 1))
                || links.touchesUrl(tokens.get(start).start(), tokens.get(last).end())) {
            return;
        }
        double margin = 0;
        for (int i = start; i <= last; i++) {
            margin = Math.max(margin, row.margin(i));
        }
        double certainty = cues.announce(start) ? ANNOUNCED : 0.4 + 0.55 * (1 - Math.exp(-margin / CLEAR));
        boolean doubtful =
                !cues.isCertain(start) && margin < SURE && (opensAsWord(start, last) || isPlainWord(start, last));
        found.add(new Person(start, end, Role.UNKNOWN, doubtful ? certainty / 2 : certainty));
    }

    /** One word that hardly anybody is called, whatever its capital says. */
    private boolean isPlainWord(int start, int last) {
        String key = tokens.get(start).owner();
        return start == last && TABLE.isWord(key) && TABLE.given(key) == 0 && TABLE.family(key) < 2;
    }

    /** One word at the beginning of a sentence, whose capital says nothing, and which is a word more than a name. */
    private boolean opensAsWord(int start, int last) {
        boolean opens = start == 0
                || tokens.get(start - 1).sentence() != tokens.get(start).sentence()
                || (!tokens.get(start - 1).isWord() && !",(".contains(tokens.key(start - 1)));
        String key = tokens.get(start).owner();
        int given = TABLE.given(key);
        boolean word = TABLE.isWord(key) ? given < 3 : spanish && given < 2;
        return start == last && opens && word && tokens.get(start).isCapitalised();
    }
}
