package org.imprimatur.analyzer.crowd;

import java.util.Locale;
import java.util.function.Function;

/** How many people fit a portrait, or why nobody can say. */
public sealed interface Fit {

    /**
     * People below which CMS publishes no count at all, because somebody could be recognized: its cell size suppression
     * policy allows no cell of 1 to 10.
     */
    int FEW = 11;

    /** People from which nobody is singled out. */
    int MANY = 1_000;

    <T> T fold(Function<Counted, T> counted, Function<Unknown, T> unknown);

    /** So few that people there would know who it is. */
    default boolean isFew() {
        return fold(counted -> counted.people() < FEW, unknown -> false);
    }

    /** So many that the facts alone lead to nobody. */
    default boolean isMany() {
        return fold(counted -> counted.people() >= MANY && !counted.atMost(), unknown -> false);
    }

    /** A plain sentence that never quotes a draft. */
    String sentence();

    /**
     * An estimate.
     *
     * @param people expected number, may be a fraction
     * @param atMost something more is told for which there is no figure
     */
    record Counted(double people, Place place, boolean atMost) implements Fit {

        @Override
        public <T> T fold(Function<Counted, T> counted, Function<Unknown, T> unknown) {
            return counted.apply(this);
        }

        @Override
        public String sentence() {
            if (people < 0.95) {
                return "Fewer than one person in " + place.name()
                        + " would be expected to fit what is told, so whoever does is known there.";
            }
            long rounded = rounded();
            String about = (atMost ? "At most about " : "About ") + String.format(Locale.ROOT, "%,d", rounded);
            return about
                    + (rounded == 1 ? " person in " : " people in ")
                    + place.name()
                    + (rounded == 1 ? " fits what is told." : " fit what is told.");
        }

        /** Whole people up to 20, then two digits that count. */
        private long rounded() {
            if (people < 20) {
                return Math.round(people);
            }
            double unit = Math.pow(10, Math.floor(Math.log10(people)) - 1);
            return Math.round(Math.round(people / unit) * unit);
        }
    }

    /**
     * No number.
     *
     * @param missing what is not known, as the end of a sentence
     */
    record Unknown(String missing) implements Fit {

        @Override
        public <T> T fold(Function<Counted, T> counted, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }

        @Override
        public String sentence() {
            return "How many people fit cannot be said: " + missing + ".";
        }
    }
}
