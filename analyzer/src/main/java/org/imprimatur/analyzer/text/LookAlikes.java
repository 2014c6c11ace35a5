package org.imprimatur.analyzer.text;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cyrillic and Greek letters that look like Latin ones, put back where they stand inside Latin text. */
final class LookAlikes {

    private static final String FOREIGN = "АВЕЅІЈКМНОРСТУХаеоріјсухѕһԁԛԝкмтвнгпьΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρυικτεγ";
    private static final String LATIN = "ABESIJKMHOPCTYXaeopijcyxshdqwkmtbhrnbABEZHIKMNOPTYXaovpuiktey";
    private static final Map<Character, Character> TO_LATIN = IntStream.range(0, FOREIGN.length())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(FOREIGN::charAt, LATIN::charAt));

    private LookAlikes() {}

    /** Replaces in place, length unchanged; true when a word mixed scripts. */
    static boolean replaceIn(StringBuilder text) {
        boolean mixed = false;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            boolean latin = false;
            boolean foreign = false;
            boolean symbol = true;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                latin |= isLatin(text.charAt(end));
                foreign |= TO_LATIN.containsKey(text.charAt(end));
                symbol &= !Character.isLowerCase(text.charAt(end)) || isGreek(text.charAt(end));
                end++;
            }
            if (latin && foreign) {
                mixed |= !symbol; // TNFα is a symbol of science, not a disguise
                for (int k = i; k < end; k++) {
                    text.setCharAt(k, TO_LATIN.getOrDefault(text.charAt(k), text.charAt(k)));
                }
            }
            i = end;
        }
        return mixed;
    }

    private static boolean isGreek(char c) {
        return c >= 0x370 && c <= 0x3FF;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
    }
}
