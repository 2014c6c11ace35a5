package org.imprimatur.analyzer.text;

import java.text.Normalizer;

/** Latin letters without their accents, looked up. */
final class Accents {

    private static final int LIMIT = 0x250;
    private static final char[] PLAIN = table();

    private Accents() {}

    static char without(char c) {
        return c < LIMIT ? PLAIN[c] : c;
    }

    private static char[] table() {
        char[] plain = new char[LIMIT];
        for (char c = 0; c < LIMIT; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            plain[c] = Character.isLetter(c) ? parts.charAt(0) : c;
        }
        plain['ł'] = 'l';
        plain['ø'] = 'o';
        plain['đ'] = 'd';
        return plain;
    }
}
