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

    private static final double TITLED = 0.9;

    /** Margin beyond which even the first word of a sentence is taken for a name. */
    private static final double SURE = 25;

    private static final NameLikelihood TABLE = NameLikelihood.TABLE;
    private static final Set<String> SPANISH = Set.of(
            "el", "la", "los", "las", "de", "que", "y", "en", "por", "con", "su", "para", "es", "se", "una", "no");

    private final Tokens tokens;
    private final Links links;
    private final boolean spanish;
    private final NameTagger.Row row;
    private final List<Person> found = new ArrayList<>();

    private NameSpotter(Tokens tokens, Links links) {
        this.tokens = tokens;
        this.links = links;
        this.spanish = tokens.list().stream()
                                .filter(token -> SPANISH.contains(token.key()))
                                .count()
                        * 5
                >= tokens.size();
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
            if (spotter.isName(i) || spotter.isAfterTitle(i)) {
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
            while (i < tokens.size() && row.tag(i) == tag && (i == start || adjacent(i - 1, i))) {
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

    /** A capital after Mr., Mrs. or Ms., whatever the tagger thinks of it. */
    private boolean isAfterTitle(int i) {
        Token token = tokens.get(i);
        return token.isWord() && token.isCapitalised() && token.text().length() > 1 && isTitled(i);
    }

    private boolean isTitled(int i) {
        int before = i > 0 && tokens.key(i - 1).equals(".") ? i - 2 : i - 1;
        return before >= 0
                && NameWords.CIVIL.contains(tokens.key(before))
                && tokens.get(i).start() - tokens.get(before).end() <= 2
                && tokens.get(before).sentence() == tokens.get(i).sentence();
    }

    private boolean adjacent(int one, int next) {
        return tokens.get(next).start() - tokens.get(one).end() <= 1
                && tokens.get(one).sentence() == tokens.get(next).sentence();
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
            if (next >= tokens.size() || !isName(next) || !adjacent(next - 1, next)) {
                break;
            }
            end = next + 1;
        }
        boolean initial = tokens.get(end - 1).text().length() == 1
                && end < tokens.size()
                && tokens.key(end).equals(".")
                && end - start > 1;
        return initial ? end + 1 : end;
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
        if (isThing(start, last + 1)
                || Eponyms.isOne(tokens, start, last + 1)
                || links.touchesUrl(tokens.get(start).start(), tokens.get(last).end())) {
            return;
        }
        double margin = 0;
        for (int i = start; i <= last; i++) {
            margin = Math.max(margin, row.margin(i));
        }
        double certainty = isTitled(start) ? TITLED : 0.4 + 0.55 * (1 - Math.exp(-margin / CLEAR));
        found.add(new Person(
                start,
                end,
                Role.UNKNOWN,
                !isTitled(start) && margin < SURE && opensAsWord(start, last) ? certainty / 2 : certainty));
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

    private boolean isThing(int start, int end) {
        boolean lettered = end - start == 2
                && NameWords.THINGS.contains(tokens.key(start))
                && tokens.get(start + 1).text().length() == 1;
        boolean beforeThing = lettered
                || (end < tokens.size()
                        && adjacent(end - 1, end)
                        && NameWords.THINGS.contains(tokens.get(end).owner()));
        if (beforeThing || (start > 0 && tokens.key(start - 1).equals("#") && adjacent(start - 1, start))) {
            return true;
        }
        if (end - start > 1) {
            return false;
        }
        Token token = tokens.get(start);
        boolean letters = token.isShouted() && token.text().length() <= 3;
        return letters || token.text().length() == 1 || NameWords.NEVER.contains(token.owner());
    }
}
