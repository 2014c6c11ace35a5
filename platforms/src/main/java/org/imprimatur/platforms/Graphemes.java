package org.imprimatur.platforms;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into what a person takes for one character each. */
final class Graphemes {
    private static final int LAST_OF_ASCII = 0x7F;

    private Graphemes() {}

    static List<String> of(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
        breaks.setText(text);
        List<String> all = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            all.add(text.substring(start, end));
            start = end;
        }
        return all;
    }

    /** Whether anything in the cluster is a picture or half a flag. */
    static boolean isEmoji(String grapheme) {
        return grapheme.codePoints()
                .anyMatch(c -> c > LAST_OF_ASCII
                        && (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                                || UCharacter.hasBinaryProperty(c, UProperty.REGIONAL_INDICATOR)));
    }
}
