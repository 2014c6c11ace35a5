package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Finds pieces of text that look like people's names, by capitals, frequencies and titles; who they are comes later. */
final class NameSpotter {

    private static final NameLikelihood TABLE = NameLikelihood.TABLE;

    private final Tokens tokens;
    private final List<Person> found = new ArrayList<>();

    private NameSpotter(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Names in order, all with role {@code UNKNOWN}. */
    static List<Person> spot(Tokens tokens) {
        NameSpotter spotter = new NameSpotter(tokens);
        int i = 0;
        while (i < tokens.size()) {
            i = spotter.isCapitalWord(i) ? spotter.judgeRun(i) : i + 1;
        }
        return List.copyOf(spotter.found);
    }

    private boolean isCapitalWord(int i) {
        Token token = tokens.get(i);
        return token.isWord() && token.isCapitalised() && (token.text().length() > 1 || followsCapital(i));
    }

    private boolean followsCapital(int i) {
        return i > 0 && tokens.get(i - 1).isCapitalised() && adjacent(i - 1, i);
    }

    private boolean adjacent(int one, int next) {
        return tokens.get(next).start() - tokens.get(one).end() <= 1
                && tokens.get(one).sentence() == tokens.get(next).sentence();
    }

    private int runEnd(int start) {
        int end = start + 1;
        while (end < tokens.size() && end - start < 6) {
            int next = end;
            if (tokens.key(next).equals(".") && tokens.get(next - 1).text().length() == 1 && next + 1 < tokens.size()) {
                next++;
            }
            if (next + 1 < tokens.size()
                    && NameWords.PARTICLES.contains(tokens.key(next))
                    && !tokens.get(next).isCapitalised()) {
                next++;
            }
            if (next >= tokens.size()
                    || !adjacent(next - 1, next)
                    || !tokens.get(next).isWord()
                    || !tokens.get(next).isCapitalised()) {
                break;
            }
            end = next + 1;
        }
        return end;
    }

    private int judgeRun(int start) {
        int end = runEnd(start);
        int next = end;
        int from = start;
        boolean titled = (start > 0 && isTitle(start - 1))
                || (start > 1 && tokens.key(start - 1).equals(".") && isTitle(start - 2));
        while (from < end - 1 && NameWords.TITLES.contains(tokens.key(from)) && !isLikelyGiven(from)) {
            titled |= !NameWords.WEAK_TITLES.contains(tokens.key(from));
            from++;
        }
        while (end > from && isThing(end - 1)) {
            if (isThing(end - 1) && end - from <= 3) {
                return next;
            }
            end--;
        }
        if (end < tokens.size() && NameWords.THINGS.contains(tokens.key(end)) && adjacent(end - 1, end)) {
            return next;
        }
        if (isHeadline(from, end)) {
            return next;
        }
        keepBest(from, end, titled);
        return next;
    }

    private boolean isTitle(int i) {
        return NameWords.TITLES.contains(tokens.key(i)) && !NameWords.WEAK_TITLES.contains(tokens.key(i));
    }

    private boolean isThing(int i) {
        return NameWords.THINGS.contains(tokens.key(i));
    }

    private boolean isLikelyGiven(int i) {
        return TABLE.given(tokens.key(i)) >= 2 && !TABLE.isWord(tokens.key(i));
    }

    /** Words that are all capitalised around it say nothing by their capitals. */
    private boolean isHeadline(int from, int end) {
        return end - from > 4
                || (end - from > 1
                        && tokens.get(from).isShouted()
                        && tokens.get(end - 1).isShouted()
                        && end - from > 3);
    }

    private void keepBest(int from, int end, boolean titled) {
        for (int i = from; i < end; i++) {
            for (int j = end; j > i; j--) {
                double certainty = certainty(i, j, titled && i == from);
                if (certainty >= 0.4) {
                    found.add(new Person(i, j, Person.Role.UNKNOWN, certainty));
                    i = j - 1;
                    break;
                }
            }
        }
    }

    private double certainty(int i, int j, boolean titled) {
        String first = tokens.get(i).owner();
        String last = tokens.get(j - 1).owner();
        boolean opening =
                i == 0 || tokens.get(i - 1).sentence() != tokens.get(i).sentence() || isQuote(i - 1);
        if (j - i == 1) {
            return single(i, first, titled, opening);
        }
        if (NameWords.NEVER.contains(last) || NameWords.NEVER.contains(first)) {
            return 0;
        }
        boolean lastInitial = last.length() == 1;
        int given = TABLE.given(first);
        boolean givenWord = TABLE.isWord(first) && given < 3;
        int family = TABLE.family(last);
        boolean strangeLast = !TABLE.isKnown(last) || (!TABLE.isWord(last) && !TABLE.isTown(last));
        if (lastInitial) {
            boolean initial = j < tokens.size() && tokens.key(j).equals(".");
            return initial && given >= 1 && !givenWord && !tokens.get(i).isShouted() ? 0.7 : 0;
        }
        if (tokens.get(i).isShouted() && tokens.get(i).text().length() <= 4) {
            return 0;
        }
        if (given >= 1 && !givenWord && (family >= 1 || strangeLast) && !(TABLE.isWord(last) && family < 2)) {
            return given >= 2 || family >= 1 ? 0.9 : 0.7;
        }
        if (!TABLE.isWord(first) && !TABLE.isTown(first) && family >= 1 && !TABLE.isWord(last) && !opening) {
            return 0.6;
        }
        if (!TABLE.isKnown(first) && strangeLast && !TABLE.isTown(last)) {
            return titled ? 0.8 : 0.5;
        }
        return titled && !TABLE.isWord(first) ? 0.8 : 0;
    }

    private double single(int i, String key, boolean titled, boolean opening) {
        boolean initials = tokens.get(i).isShouted() && key.length() <= 5;
        boolean hashtag = i > 0 && tokens.key(i - 1).equals("#");
        if (initials || hashtag || NameWords.NEVER.contains(key)) {
            return 0;
        }
        boolean word = TABLE.isWord(key);
        if (titled && (!word || TABLE.family(key) >= 2 || TABLE.given(key) >= 2)) {
            return 0.8;
        }
        if (TABLE.given(key) == 3 && !word && !TABLE.isTown(key)) {
            return 0.7;
        }
        if (TABLE.given(key) >= 1 && !word && !TABLE.isTown(key)) {
            return opening ? 0.45 : 0.6;
        }
        return !TABLE.isKnown(key) && !opening ? 0.4 : 0;
    }

    private boolean isQuote(int i) {
        return tokens.key(i).equals("\"") || tokens.key(i).equals(":");
    }
}
