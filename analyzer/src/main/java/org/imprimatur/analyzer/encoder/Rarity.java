package org.imprimatur.analyzer.encoder;

/**
 * How telling a word is: 0 for the most frequent words of English, about 7 for words that the encoder's vocabulary lacks.
 * The vocabulary lists its words by how often they occur.
 */
public final class Rarity {

    /** What a number is worth: it may stand for anything. */
    public static final double NUMBER = 1;

    private static final int MOST_FREQUENT = 1_995;
    private static final int RAREST = 30_000;
    private static final double COMMON = 3.5;
    private static final int SHORTEST = 3;

    private Rarity() {}

    /**
     * The logarithm of a word's place among all by frequency, from the thirty-third on.
     *
     * @param word lower case, without accents
     */
    public static double of(String word) {
        if (word.length() < SHORTEST) {
            return 0;
        }
        int place = Pieces.library().number(word) - MOST_FREQUENT;
        return Math.max(0, StrictMath.log(place > 0 ? place : RAREST) - COMMON);
    }
}
