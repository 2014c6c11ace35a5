package org.imprimatur.analyzer.detect;

import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** What bears somebody's name and is nobody: saints' churches, streets, shops, tests. */
final class Namesakes {

    private static final NameLikelihood TABLE = NameLikelihood.TABLE;

    private final Tokens tokens;
    private final NameCues cues;

    Namesakes(Tokens tokens, NameCues cues) {
        this.tokens = tokens;
        this.cues = cues;
    }

    /** Saints, whose names are places, schools and hospitals: St. Columba's, Santa Clara. */
    boolean isSaint(int start, int last) {
        if (last > start && NameWords.SAINTS.contains(tokens.key(start))) {
            return !cues.isTitled(start);
        }
        int before = tokens.key(start - 1).equals(".") ? start - 2 : start - 1;
        return before >= 0
                && NameWords.SAINTS.contains(tokens.key(before))
                && tokens.get(before).isCapitalised()
                && tokens.get(start).start() - tokens.get(before).end() <= 2
                && tokens.get(before).sentence() == tokens.get(start).sentence()
                && !cues.isTitled(before);
    }

    /** Maria's test is hers; Maria's Bakery is a shop. */
    private boolean isOwned(int owner) {
        return tokens.key(owner).endsWith("'s")
                && TABLE.given(tokens.get(owner).owner()) >= 2
                && NameWords.OF_A_PERSON.contains(tokens.get(owner + 1).text());
    }

    /** Whether the name from {@code start} to {@code end} is that of a building, a shop, a day or the like. */
    boolean isThing(int start, int end) {
        if (cues.isLabelled(start) && mayBeFamilyName(end)) {
            return false;
        }
        boolean lettered = end - start == 2
                && NameWords.THINGS.contains(tokens.key(start))
                && tokens.get(start + 1).text().length() == 1;
        boolean beforeThing = lettered
                || (end < tokens.size()
                        && cues.adjacent(end - 1, end)
                        && NameWords.THINGS.contains(tokens.get(end).owner())
                        && !isOwned(end - 1)
                        && !(cues.isTitled(start) && !tokens.get(end).isCapitalised()));
        if (beforeThing || (start > 0 && tokens.key(start - 1).equals("#") && cues.adjacent(start - 1, start))) {
            return true;
        }
        if (end - start > 1) {
            return false;
        }
        Token token = tokens.get(start);
        boolean letters = token.isShouted() && token.text().length() <= 3;
        return letters || token.text().length() == 1 || NameWords.NEVER.contains(token.owner());
    }

    /** "Next of kin: Brandon Hall". */
    private boolean mayBeFamilyName(int i) {
        return i < tokens.size() && cues.adjacent(i - 1, i) && TABLE.family(tokens.key(i)) >= 2;
    }
}
