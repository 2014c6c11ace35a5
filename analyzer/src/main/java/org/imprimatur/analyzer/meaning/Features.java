package org.imprimatur.analyzer.meaning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words, pairs of words and pieces of three to five characters of a reading, hashed into {@link #BUCKETS}; the same
 * for training and for judging. Immutable, thread-safe; its size grows linearly with the text.
 */
public final class Features {

    /** How many buckets there are. */
    public static final int BUCKETS = 1 << 17;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int WORD = 1;
    private static final int PAIR = 2;
    private static final int WORD_OF_REPLY = 3;
    private static final int PIECE = 4;
    private static final int REPLY = 5;

    private final List<int[]> bySentence;
    private final int[] buckets;
    private final int[] counts;

    private Features(List<int[]> bySentence, int[] buckets, int[] counts) {
        this.bySentence = bySentence;
        this.buckets = buckets;
        this.counts = counts;
    }

    public static Features of(Reading reading) {
        List<int[]> bySentence = reading.sentences().stream()
                .map(sentence -> sentence(sentence, reading.reply()))
                .toList();
        IntStream frame = reading.reply() ? IntStream.of(bucket(REPLY)) : IntStream.empty();
        int[] all = IntStream.concat(frame, bySentence.stream().flatMapToInt(Arrays::stream))
                .sorted()
                .toArray();
        int[] buckets = new int[all.length];
        int[] counts = new int[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                buckets[size++] = all[i];
            }
            counts[size - 1]++;
        }
        return new Features(bySentence, Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
    }

    /** Buckets of the text, each once, ascending. */
    public int[] buckets() {
        return buckets.clone();
    }

    /**
     * How much each of {@link #buckets()} counts: rare and repeated ones more; as a vector of length 1.
     *
     * @param rarities a rarity for every bucket
     */
    public float[] values(byte[] rarities) {
        float[] values = new float[buckets.length];
        double sum = 0;
        for (int i = 0; i < buckets.length; i++) {
            double value = (1 + StrictMath.log(counts[i])) * rarities[buckets[i]];
            values[i] = (float) value;
            sum += value * value;
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < values.length && length > 0; i++) {
            values[i] /= length;
        }
        return values;
    }

    /** The sentence whose buckets weigh most; 0 when there is none. */
    int heaviest(float[] values, Weights weights) {
        int heaviest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < bySentence.size(); s++) {
            double weight = 0;
            for (int bucket : bySentence.get(s)) {
                int at = Arrays.binarySearch(buckets, bucket);
                weight += (double) weights.steps(bucket) * values[at] / counts[at];
            }
            if (weight > most && bySentence.get(s).length > 0) {
                most = weight;
                heaviest = s;
            }
        }
        return heaviest;
    }

    private static int[] sentence(String sentence, boolean reply) {
        IntStream.Builder found = IntStream.builder();
        words(sentence, reply, found);
        String framed = " " + sentence + " ";
        for (int start = 0; start + SHORTEST <= framed.length(); start++) {
            int hash = PIECE;
            for (int end = start; end < framed.length() && end < start + LONGEST; end++) {
                hash = hash * 31 + framed.charAt(end);
                if (end - start + 1 >= SHORTEST) {
                    found.add(bucket(hash + (end - start) * 0x01000193));
                }
            }
        }
        return found.build().toArray();
    }

    private static void words(String sentence, boolean reply, IntStream.Builder found) {
        int before = 0;
        int i = 0;
        while (i < sentence.length()) {
            int hash = 0;
            int start = i;
            while (i < sentence.length() && isOfWord(sentence.charAt(i))) {
                hash = hash * 31 + sentence.charAt(i++);
            }
            if (i > start) {
                found.add(bucket(hash * 7 + WORD));
                found.add(bucket((before * 0x01000193 + hash) * 7 + PAIR));
                if (reply) {
                    found.add(bucket(hash * 7 + WORD_OF_REPLY));
                }
                before = hash;
            }
            i++;
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '@' || c == '#';
    }

    private static int bucket(int hash) {
        return mix(hash) >>> (32 - 17);
    }

    private static int mix(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return (h ^ (h >>> 16)) * 0x9E3779B1;
    }
}
