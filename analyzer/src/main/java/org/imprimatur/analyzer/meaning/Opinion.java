package org.imprimatur.analyzer.meaning;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * What the model thinks of a reading.
 *
 * @param confidence 0 to 1 that it must be held; from 0.5 on it is to be held
 * @param grounds how likely each reason is, 0 to 1
 * @param sentence index of the sentence that weighs most; 0 for a reading without sentences
 * @param told which words tell something about a person
 * @param complete false when the text is too long to be read to its end
 */
public record Opinion(double confidence, Map<Ground, Double> grounds, int sentence, List<Told> told, boolean complete) {

    /** From here on something is likely. */
    public static final double LIKELY = 0.5;

    /** A word, by its index in the reading, that tells something. */
    public record Told(int word, Telling what) {}

    public Opinion {
        grounds = Map.copyOf(grounds);
        told = List.copyOf(told);
    }

    public boolean holds() {
        return confidence >= LIKELY;
    }

    /** The likeliest reason if it must be held. */
    public Ground likeliest() {
        return EnumSet.allOf(Ground.class).stream()
                .max(Comparator.comparingDouble(this::probability).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Whether to give it as a reason: the likeliest one always. */
    public boolean names(Ground ground) {
        return ground == likeliest() || probability(ground) >= LIKELY;
    }

    private double probability(Ground ground) {
        return grounds.getOrDefault(ground, 0.0);
    }

    @Override
    public String toString() {
        return "Opinion[" + confidence + ", " + likeliest() + "]";
    }
}
