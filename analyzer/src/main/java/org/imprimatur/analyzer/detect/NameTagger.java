package org.imprimatur.analyzer.detect;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import org.imprimatur.analyzer.text.Tokens;

/**
 * Tells names of people from names of places, of organizations, and from other words, by weights learned from judged
 * texts; {@code src/tables/java/NameModel.java} computes them, NOTICE has the sources. Immutable, thread-safe.
 *
 * <p>The best row of tags for the whole text is chosen, so that what a word is depends on the words beside it.
 */
final class NameTagger {

    static final byte OTHER = 0;
    static final byte PERSON = 1;
    static final byte PLACE = 2;
    static final byte ORGANIZATION = 3;

    static final NameTagger TRAINED = load();

    private static final int TAGS = 4;
    private final byte[] weights;
    private final int[] transitions;
    private final double scale;

    private NameTagger(byte[] weights, int[] transitions, double scale) {
        this.weights = weights;
        this.transitions = transitions;
        this.scale = scale;
    }

    /** What each token is. */
    static final class Row {

        private final byte[] tags;
        private final double[] margins;

        private Row(byte[] tags, double[] margins) {
            this.tags = tags;
            this.margins = margins;
        }

        byte tag(int token) {
            return tags[token];
        }

        /** How clearly it is a person's name rather than the best of the others, given its neighbours. */
        double margin(int token) {
            return margins[token];
        }
    }

    Row tag(Tokens tokens) {
        int n = tokens.size();
        NameFeatures features = NameFeatures.of(tokens);
        int[][] scores = new int[n][];
        for (int i = 0; i < n; i++) {
            if (features.isCandidate(i)) {
                scores[i] = score(features.of(i));
            }
        }
        byte[] tags = best(scores);
        double[] margins = new double[n];
        for (int i = 0; i < n; i++) {
            margins[i] = scores[i] == null ? 0 : margin(scores[i], tags, i) * scale;
        }
        return new Row(tags, margins);
    }

    private int[] score(int[] features) {
        int[] score = new int[TAGS];
        for (int feature : features) {
            for (int tag = 0; tag < TAGS; tag++) {
                score[tag] += weights[feature * TAGS + tag];
            }
        }
        return score;
    }

    private int transition(int from, int to) {
        return transitions[from * TAGS + to];
    }

    private byte[] best(int[][] scores) {
        int n = scores.length;
        byte[][] from = new byte[n][TAGS];
        int[] path = new int[TAGS];
        Arrays.fill(path, Integer.MIN_VALUE / 2);
        path[OTHER] = 0;
        for (int i = 0; i < n; i++) {
            int[] next = new int[TAGS];
            Arrays.fill(next, Integer.MIN_VALUE / 2);
            int tags = scores[i] == null ? 1 : TAGS;
            for (int tag = 0; tag < tags; tag++) {
                for (byte before = 0; before < TAGS; before++) {
                    int sum = path[before] + transition(before, tag) + (scores[i] == null ? 0 : scores[i][tag]);
                    if (sum > next[tag]) {
                        next[tag] = sum;
                        from[i][tag] = before;
                    }
                }
            }
            path = next;
        }
        byte[] tags = new byte[n];
        byte tag = 0;
        for (byte other = 1; other < TAGS; other++) {
            tag = path[other] > path[tag] ? other : tag;
        }
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = tag;
            tag = from[i][tag];
        }
        return tags;
    }

    private int margin(int[] scores, byte[] tags, int i) {
        int before = i == 0 ? OTHER : tags[i - 1];
        int own = 0;
        int other = Integer.MIN_VALUE;
        for (int tag = 0; tag < TAGS; tag++) {
            int sum = scores[tag] + transition(before, tag) + (i + 1 < tags.length ? transition(tag, tags[i + 1]) : 0);
            if (tag == PERSON) {
                own = sum;
            } else {
                other = Math.max(other, sum);
            }
        }
        return own - other;
    }

    private static NameTagger load() {
        try (InputStream in = NameTagger.class.getResourceAsStream("people.z")) {
            if (in == null) {
                throw new IllegalStateException("no resource people.z");
            }
            DataInputStream data = new DataInputStream(new InflaterInputStream(in));
            double scale = data.readDouble();
            int[] transitions = new int[TAGS * TAGS];
            for (int i = 0; i < transitions.length; i++) {
                transitions[i] = data.readInt();
            }
            byte[] weights = new byte[NameFeatures.BUCKETS * TAGS];
            data.readFully(weights);
            return new NameTagger(weights, transitions, scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
