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

    private static final List<Ground> ABOUT_SOMEBODY = List.of(
            Ground.PATIENT_IDENTIFIER,
            Ground.FAMILY_IDENTIFIER,
            Ground.REIDENTIFIABLE_COMBINATION,
            Ground.TESTIMONIAL_WITHOUT_AUTHORIZATION);

    /** The encoder's score, the linear model's, how strange the text is, and three for each ground. */
    public static final int INPUTS = 3 + 3 * Ground.values().length;

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

    /**
     * What the weights are multiplied by.
     *
     * @param hold the encoder's score for holding
     * @param grounds its scores for the grounds, in their order
     * @param linear score of the linear model
     */
    public static double[] inputs(double hold, double[] grounds, double linear, Reading reading, Evidence evidence) {
        double[] inputs = new double[INPUTS];
        inputs[0] = hold;
        inputs[1] = linear;
        inputs[2] = strangeness(reading, grounds);
        for (int i = 0; i < GROUNDS.size(); i++) {
            inputs[3 + 3 * i] = evidence.sure().contains(GROUNDS.get(i)) ? 1 : 0;
            inputs[4 + 3 * i] = evidence.weak().contains(GROUNDS.get(i)) ? 1 : 0;
            inputs[5 + 3 * i] = logistic(grounds[i]);
        }
        return inputs;
    }

    /**
     * How far a text is from those that were judged, drafts of known organizations that link to their own pages: 0, or
     * else the less, the likelier it tells about somebody, for that is told everywhere alike.
     */
    private static double strangeness(Reading reading, double[] grounds) {
        return reading.linksElsewhere() || reading.nobodys()
                ? 1
                        - ABOUT_SOMEBODY.stream()
                                .mapToDouble(ground -> logistic(grounds[GROUNDS.indexOf(ground)]))
                                .max()
                                .orElse(0)
                : 0;
    }

    /** 0 to 1; one half at the threshold. */
    double confidence(double[] inputs) {
        double odds = bias - threshold;
        for (int i = 0; i < inputs.length; i++) {
            odds += weights[i] * inputs[i];
        }
        return logistic(odds);
    }

    /** Log-odds as a probability. */
    static double logistic(double odds) {
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
