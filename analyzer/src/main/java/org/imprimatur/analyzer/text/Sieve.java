package org.imprimatur.analyzer.text;

import java.util.Collection;

/** Tells most words that are in no set without looking into the set. Immutable, thread-safe. */
final class Sieve {

    private static final int BITS_FOR_A_WORD = 8;

    private final long[] bits;
    private final int last;

    private Sieve(long[] bits) {
        this.bits = bits;
        this.last = bits.length * Long.SIZE - 1;
    }

    static Sieve of(Collection<String> words) {
        int size = Integer.highestOneBit(Math.max(Long.SIZE, words.size() * BITS_FOR_A_WORD) * 2 - 1);
        Sieve sieve = new Sieve(new long[size / Long.SIZE]);
        for (String word : words) {
            int bit = sieve.bit(word);
            sieve.bits[bit / Long.SIZE] |= 1L << bit;
        }
        return sieve;
    }

    /** False when the word is certainly not in the set. */
    boolean mayHave(String word) {
        int bit = bit(word);
        return (bits[bit / Long.SIZE] & 1L << bit) != 0;
    }

    private int bit(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 15) & last;
    }
}
