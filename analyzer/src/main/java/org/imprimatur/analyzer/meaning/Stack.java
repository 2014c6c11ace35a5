package org.imprimatur.analyzer.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs what the models say with what the cues of the rules say: a logistic curve that was fitted to scores of models
 * that had not seen the organization. Immutable, thread-safe.
 */
public final class Stack {

    /** Kinds that cues are about, in the order of the weights. */
    public static final List<Ground> GROUNDS = List.of(Ground.values());

    /** The encoder's score, the linear model's, how strange the text is, and two for each ground. */
    public static final int INPUTS = 3 + 2 * Ground.values().length;

    private final float[] weights;
    private final float bias;
    private final float threshold;

    private Stack(float[] weights, float bias, float threshold) {
        this.weights = weights;
        this.bias = bias;
        this.threshold = threshold;
    }

    /**
     * A curve from fitted parts.
     *
     * @param threshold log-odds from which to hold
     */
    public static Stack of(float[] weights, float bias, float threshold) {
        if (weights.length != INPUTS) {
            throw new IllegalArgumentException("there is a weight for every input");
        }
        return new Stack(weights.clone(), bias, threshold);
    }

    /** What the weights are multiplied by. */
    public static double[] inputs(double encoder, double linear, Reading reading, Evidence evidence) {
        double[] inputs = new double[INPUTS];
        inputs[0] = encoder;
        inputs[1] = linear;
        inputs[2] = strangeness(reading);
        for (int i = 0; i < GROUNDS.size(); i++) {
            inputs[3 + 2 * i] = evidence.sure().contains(GROUNDS.get(i)) ? 1 : 0;
            inputs[4 + 2 * i] = evidence.weak().contains(GROUNDS.get(i)) ? 1 : 0;
        }
        return inputs;
    }

    /**
     * How far a text is from those that were judged, 0 to 1: drafts of known organizations, which link to their own
     * pages. More is asked of what is strange, a quarter less where only the organization is unknown.
     */
    private static double strangeness(Reading reading) {
        if (reading.linksElsewhere()) {
            return 1;
        }
        return reading.nobodys() ? 0.75 : 0;
    }

    /** 0 to 1; one half at the threshold. */
    double confidence(double[] inputs) {
        double odds = bias - threshold;
        for (int i = 0; i < inputs.length; i++) {
            odds += weights[i] * inputs[i];
        }
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** Writes the curve in the form that {@link #read} takes. */
    public void write(DataOutputStream out) throws IOException {
        for (float weight : weights) {
            out.writeFloat(weight);
        }
        out.writeFloat(bias);
        out.writeFloat(threshold);
    }

    static Stack read(DataInputStream in) throws IOException {
        float[] weights = new float[INPUTS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new Stack(weights, in.readFloat(), in.readFloat());
    }

    @Override
    public String toString() {
        return "Stack" + Arrays.toString(weights) + " " + bias + " from " + threshold;
    }
}
