package org.imprimatur.analyzer.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A number for every bucket, kept in 127 steps either way, and what is added to their sum. Immutable, thread-safe. */
public final class Weights {

    private final byte[] steps;
    private final float step;
    private final float bias;

    private Weights(byte[] steps, float step, float bias) {
        this.steps = steps;
        this.step = step;
        this.bias = bias;
    }

    /**
     * Rounds trained weights.
     *
     * @param weights as many as a power of two; larger bucket numbers are folded onto them
     */
    public static Weights of(double[] weights, double bias) {
        if (Integer.bitCount(weights.length) != 1) {
            throw new IllegalArgumentException("there are as many weights as a power of two");
        }
        double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
        float step = largest == 0 ? 1 : (float) (largest / Byte.MAX_VALUE);
        byte[] steps = new byte[weights.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) Math.round(weights[i] / step);
        }
        return new Weights(steps, step, (float) bias);
    }

    int size() {
        return steps.length;
    }

    /** The bucket's weight in steps. */
    int steps(int bucket) {
        return steps[bucket & (steps.length - 1)];
    }

    /** The weighted sum of a text's buckets. */
    double score(int[] buckets, float[] values) {
        double sum = 0;
        for (int i = 0; i < buckets.length; i++) {
            sum += (double) steps(buckets[i]) * values[i];
        }
        return sum * step + bias;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(step);
        out.writeFloat(bias);
        out.write(steps);
    }

    static Weights read(DataInputStream in, int size) throws IOException {
        float step = in.readFloat();
        float bias = in.readFloat();
        byte[] steps = new byte[size];
        in.readFully(steps);
        return new Weights(steps, step, bias);
    }
}
