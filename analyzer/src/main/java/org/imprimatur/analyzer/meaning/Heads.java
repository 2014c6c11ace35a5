package org.imprimatur.analyzer.meaning;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.imprimatur.analyzer.encoder.Encoder;
import org.imprimatur.analyzer.encoder.Prompt;

/**
 * Reads an encoder's vectors: how much a text reads as if it must be held, for which grounds, and which words tell
 * something about a person. Immutable, thread-safe.
 */
final class Heads {

    /** One for holding at all, one for each {@link Ground}. */
    static final int OUTPUTS = 1 + Ground.values().length;

    static final int TELLINGS = Telling.values().length;
    private static final int POOLED = 2 * Encoder.WIDTH;

    private final float[] whole;
    private final float[] wholeBias;
    private final float[] words;
    private final float[] wordsBias;

    private Heads(float[] whole, float[] wholeBias, float[] words, float[] wordsBias) {
        this.whole = whole;
        this.wholeBias = wholeBias;
        this.words = words;
        this.wordsBias = wordsBias;
    }

    static Heads read(DataInputStream in) throws IOException {
        return new Heads(
                floats(in, POOLED * OUTPUTS),
                floats(in, OUTPUTS),
                floats(in, Encoder.WIDTH * TELLINGS),
                floats(in, TELLINGS));
    }

    private static float[] floats(DataInputStream in, int size) throws IOException {
        if (in.readInt() != size) {
            throw new IOException("a head has another size than the code");
        }
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    /** Scores of the whole text, from its mean and its largest vector. */
    double[] whole(Prompt prompt, float[] vectors) {
        double[] pooled = new double[POOLED];
        Arrays.fill(pooled, Encoder.WIDTH, POOLED, Double.NEGATIVE_INFINITY);
        for (int piece = 0; piece < prompt.text(); piece++) {
            for (int k = 0; k < Encoder.WIDTH; k++) {
                float value = vectors[piece * Encoder.WIDTH + k];
                pooled[k] += value / prompt.text();
                pooled[Encoder.WIDTH + k] = Math.max(pooled[Encoder.WIDTH + k], value);
            }
        }
        return scores(pooled, whole, wholeBias);
    }

    /** Scores of one piece. */
    double[] piece(int piece, float[] vectors) {
        double[] vector = new double[Encoder.WIDTH];
        for (int k = 0; k < vector.length; k++) {
            vector[k] = vectors[piece * Encoder.WIDTH + k];
        }
        return scores(vector, words, wordsBias);
    }

    private static double[] scores(double[] vector, float[] weights, float[] bias) {
        double[] scores = new double[bias.length];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = bias[j];
        }
        for (int k = 0; k < vector.length; k++) {
            for (int j = 0; j < scores.length; j++) {
                scores[j] += vector[k] * weights[k * scores.length + j];
            }
        }
        return scores;
    }
}
