package org.imprimatur.publisher.connectors;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Counts what a person takes for one character (extended grapheme clusters of Unicode Standard Annex 29). */
final class Graphemes {
    private Graphemes() {}

    static int count(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
        breaks.setText(text);
        int count = 0;
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
