package org.imprimatur.analyzer.detect;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/**
 * What the tagger of names sees of a word: the word itself, its case, its neighbours, and how likely each is a name.
 *
 * <p>Public because the program that trains the tagger must see the very same; not for anybody else.
 */
public final class NameFeatures {

    /** Buckets that features are hashed into. */
    public static final int BUCKETS = 1 << 16;

    private static final NameLikelihood TABLE = NameLikelihood.TABLE;
    private static final Set<String> COUNTRIES = countries();

    private final Tokens tokens;
    private final int[] codes;
    private final boolean[] loud;
    private final boolean quiet;

    private NameFeatures(Tokens tokens) {
        this.tokens = tokens;
        this.quiet = isQuiet(tokens);
        this.codes = new int[tokens.size()];
        this.loud = loudSentences(tokens);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(tokens.get(i));
        }
    }

    public static NameFeatures of(Tokens tokens) {
        return new NameFeatures(tokens);
    }

    /** Whether the word may be part of a name at all; all others are not and need no features. */
    public boolean isCandidate(int i) {
        Token token = tokens.get(i);
        if (!token.isWord() || (i > 0 && isMark(tokens.get(i - 1), '@')) || hasDigit(token)) {
            return false;
        }
        if (token.isCapitalised() || !quiet) {
            return token.isCapitalised();
        }
        int code = codes[i] & 63;
        return token.text().length() > 2 && code != 0 && (code & 16) == 0 && (code & 3) >= 1;
    }

    /** Buckets of the features of one word; some may be the same. */
    public int[] of(int i) {
        int[] features = new int[32];
        int n = 0;
        Token token = tokens.get(i);
        String key = token.owner();
        int shape = shape(i);
        int code = codes[i];
        boolean opens = i == 0 || tokens.get(i - 1).sentence() != token.sentence();
        int place = (opens ? 1 : 0) + (loud[token.sentence()] ? 2 : 0) + (startsLine(i) ? 4 : 0);
        int before = word(i - 1);
        int after = word(i + 1);
        features[n++] = bucket(1, shape, place);
        features[n++] = bucket(2, key.hashCode(), 0);
        features[n++] = bucket(3, before, 0);
        features[n++] = bucket(4, after, 0);
        features[n++] = bucket(5, word(i - 2), 0);
        features[n++] = bucket(6, word(i + 2), 0);
        features[n++] = bucket(7, before, shape);
        features[n++] = bucket(8, after, shape);
        features[n++] = bucket(9, before, after);
        features[n++] = bucket(10, code, shape);
        features[n++] = bucket(11, code, place);
        features[n++] = bucket(12, codeAt(i - 1), code);
        features[n++] = bucket(13, code, codeAt(i + 1));
        features[n++] = bucket(14, shapeAt(i - 1), shape);
        features[n++] = bucket(15, shape, shapeAt(i + 1));
        features[n++] = bucket(16, shapeAt(i - 1) * 31 + shapeAt(i - 2), shape);
        features[n++] = bucket(17, shapeAt(i + 1) * 31 + shapeAt(i + 2), shape);
        features[n++] = bucket(18, before, code);
        features[n++] = bucket(19, after, code);
        features[n++] = bucket(20, ending(key, 3), shape);
        features[n++] = bucket(21, ending(key, 2), code & 16);
        features[n++] = bucket(22, key.substring(0, Math.min(3, key.length())).hashCode(), shape);
        features[n++] = bucket(23, word(i - 2), before);
        features[n++] = bucket(24, after, word(i + 2));
        features[n++] = bucket(25, token.key().endsWith("'s") ? 1 : 0, code);
        features[n++] = bucket(26, codeAt(i - 1), codeAt(i + 1));
        features[n++] = bucket(27, gap(i), shapeAt(i - 1));
        features[n++] = bucket(28, isForeign(token) ? 1 : 0, shape);
        return Arrays.copyOf(features, n);
    }

    private static int ending(String key, int length) {
        return key.substring(Math.max(0, key.length() - length)).hashCode();
    }

    private static int bucket(int kind, int one, int other) {
        int hash = (kind * 0x9E3779B9) ^ (one * 0x85EBCA6B) ^ Integer.rotateLeft(other * 0xC2B2AE35, 13);
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >>> 12;
        return (hash >>> 3) & (BUCKETS - 1);
    }

    /** The word, or a stand-in for numbers and for what lies outside the sentence. */
    private int word(int i) {
        if (i < 0 || i >= tokens.size()) {
            return -1;
        }
        Token token = tokens.get(i);
        return token.isNumber() ? -2 : token.key().hashCode();
    }

    private int codeAt(int i) {
        return i < 0 || i >= codes.length ? -1 : codes[i];
    }

    private int shapeAt(int i) {
        return i < 0 || i >= codes.length ? -1 : shape(i);
    }

    private int shape(int i) {
        Token token = tokens.get(i);
        if (token.isNumber()) {
            return 1 + Math.min(5, token.text().length());
        }
        if (!token.isWord()) {
            return 64 + token.text().charAt(0) % 64;
        }
        if (!token.isCapitalised()) {
            return 10;
        }
        if (token.text().length() == 1) {
            return 11;
        }
        if (token.isShouted()) {
            return token.text().length() <= 4 ? 12 : 13;
        }
        return token.text().chars().skip(1).anyMatch(Character::isUpperCase) ? 14 : 15;
    }

    private static int code(Token token) {
        if (!token.isWord()) {
            return 128;
        }
        String key = token.owner();
        return TABLE.code(key) + (COUNTRIES.contains(key) ? 64 : 0);
    }

    private static boolean isForeign(Token token) {
        return token.text().chars().anyMatch(c -> c > 0x7F && Character.isLetter(c));
    }

    private boolean startsLine(int i) {
        return gap(i) == 2;
    }

    /** 0 joined, 1 parted by a space, 2 on a new line. */
    private int gap(int i) {
        if (i == 0) {
            return 2;
        }
        Token before = tokens.get(i - 1);
        boolean newLine = before.sentence() != tokens.get(i).sentence()
                && ".!?".indexOf(before.text().charAt(0)) < 0;
        return newLine ? 2 : Math.min(1, tokens.get(i).start() - before.end());
    }

    private static boolean hasDigit(Token token) {
        return token.text().chars().anyMatch(Character::isDigit);
    }

    /** Whether nothing has a capital, so that names have none either. */
    static boolean isQuiet(Tokens tokens) {
        return tokens.list().stream()
                .noneMatch(token ->
                        token.isWord() && token.isCapitalised() && !token.key().equals("i"));
    }

    private static boolean isMark(Token token, char mark) {
        return token.text().charAt(0) == mark;
    }

    /** Sentences in which so many words have a capital that a capital says nothing. */
    private static boolean[] loudSentences(Tokens tokens) {
        int sentences = tokens.size() == 0 ? 0 : tokens.get(tokens.size() - 1).sentence() + 1;
        int[] capitals = new int[sentences];
        int[] words = new int[sentences];
        for (Token token : tokens.list()) {
            if (token.isWord() && token.text().length() > 3) {
                words[token.sentence()]++;
                capitals[token.sentence()] += token.isCapitalised() ? 1 : 0;
            }
        }
        boolean[] loud = new boolean[sentences];
        for (int i = 0; i < sentences; i++) {
            loud[i] = words[i] > 4 && capitals[i] * 5 > words[i] * 3;
        }
        return loud;
    }

    private static Set<String> countries() {
        Set<String> names = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
                String name = new Locale.Builder().setRegion(country).build().getDisplayCountry(language);
                for (Token token : Tokens.of(name).list()) {
                    if (token.isWord() && token.isCapitalised()) {
                        names.add(token.key());
                    }
                }
            }
        }
        return Set.copyOf(names);
    }
}
