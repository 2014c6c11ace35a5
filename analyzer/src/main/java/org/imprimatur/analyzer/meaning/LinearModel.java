package org.imprimatur.analyzer.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Says by its words how much a text reads like those that people held. Immutable, thread-safe; gives the same score to
 * the same reading on every machine.
 */
public final class LinearModel {

    private final byte[] rarities;
    private final Weights hold;

    /**
     * How the words speak.
     *
     * @param score the more, the more they speak for holding
     * @param sentence index of the sentence that weighs most; 0 for a reading without sentences
     */
    record Score(double score, int sentence) {}

    private LinearModel(byte[] rarities, Weights hold) {
        this.rarities = rarities;
        this.hold = hold;
    }

    /**
     * A model from trained parts.
     *
     * @param rarities how rare each bucket is in the training texts, 0 to 127
     * @param hold what speaks for holding
     */
    public static LinearModel of(byte[] rarities, Weights hold) {
        if (rarities.length != Features.BUCKETS || hold.size() != Features.BUCKETS) {
            throw new IllegalArgumentException("a model has a weight for every bucket");
        }
        return new LinearModel(rarities.clone(), hold);
    }

    /** How much the words speak for holding; total. */
    public double score(Reading reading) {
        return read(reading).score();
    }

    Score read(Reading reading) {
        Features features = Features.of(reading);
        float[] values = features.values(rarities);
        return new Score(hold.score(features.buckets(), values), features.heaviest(values, hold));
    }

    /** Writes the model in the form that {@link #read(DataInputStream)} takes. */
    public void write(DataOutputStream out) throws IOException {
        out.write(rarities);
        hold.write(out);
    }

    static LinearModel read(DataInputStream in) throws IOException {
        byte[] rarities = new byte[Features.BUCKETS];
        in.readFully(rarities);
        return new LinearModel(rarities, Weights.read(in, Features.BUCKETS));
    }
}
