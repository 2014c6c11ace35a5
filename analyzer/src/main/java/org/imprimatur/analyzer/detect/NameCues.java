package org.imprimatur.analyzer.detect;

import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Words beside a capital that make it somebody's name: a title, a label of a form, what notes say of patients. */
final class NameCues {

    private static final NameLikelihood TABLE = NameLikelihood.TABLE;

    private final Tokens tokens;

    NameCues(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the capital at {@code i} begins a name, whatever the tagger thinks of it. */
    boolean announce(int i) {
        Token token = tokens.get(i);
        return token.isWord()
                && token.isCapitalised()
                && token.text().length() > 1
                && (isTitled(i) || isLabelled(i) || isNoted(i) || isPatient(i));
    }

    /** Whether nothing but a name can stand there. */
    boolean isCertain(int i) {
        return isTitled(i) || isLabelled(i);
    }

    /** "Sr. Benavides", not "Benavides Sr.". */
    private boolean isSenor(int i) {
        return tokens.key(i).equals("sr")
                && (i == 0 || !adjacent(i - 1, i) || !tokens.get(i - 1).isCapitalised());
    }

    /** "Susan reports less pain". */
    private boolean isNoted(int i) {
        String key = tokens.key(i);
        return TABLE.given(key) == 3
                && !TABLE.isWord(key)
                && NameWords.NOTED.contains(tokens.key(i + 1))
                && adjacent(i, i + 1);
    }

    /** "Jasper's fracture". */
    private boolean isPatient(int i) {
        Token token = tokens.get(i);
        return token.key().endsWith("'s")
                && TABLE.given(token.owner()) >= 2
                && i + 1 < tokens.size()
                && adjacent(i, i + 1)
                && NameWords.OF_A_PATIENT.contains(tokens.get(i + 1).text());
    }

    /** "Next of kin: Brandon". */
    boolean isLabelled(int i) {
        return i > 1
                && tokens.key(i - 1).equals(":")
                && NameWords.LABELS.contains(tokens.key(i - 2))
                && TABLE.given(tokens.key(i)) >= 2;
    }

    /** After Mr., Mrs. or Ms. */
    boolean isTitled(int i) {
        int before = i > 0 && tokens.key(i - 1).equals(".") ? i - 2 : i - 1;
        return before >= 0
                && (NameWords.CIVIL.contains(tokens.key(before)) || isSenor(before))
                && tokens.get(i).start() - tokens.get(before).end() <= 2
                && tokens.get(before).sentence() == tokens.get(i).sentence();
    }

    /** Whether nothing but a space or a hyphen stands between them, in one sentence. */
    boolean adjacent(int one, int next) {
        return tokens.get(next).start() - tokens.get(one).end() <= 1
                && tokens.get(one).sentence() == tokens.get(next).sentence();
    }
}
