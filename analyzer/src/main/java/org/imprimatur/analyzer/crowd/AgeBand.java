package org.imprimatur.analyzer.crowd;

import java.util.Optional;

/**
 * An age in whole years, or from one to another, both included.
 *
 * @param to 120 where no upper end is told
 */
public record AgeBand(int from, int to) {

    static final int OLDEST = 120;
    static final AgeBand ANY = new AgeBand(0, OLDEST);

    /**
     * Per mille of the people in each five years of age from 0 to 84, then in 85 to 89 and from 90 on: U.S. Census Bureau,
     * 2020 Census, rounded.
     */
    private static final int[] PER_MILLE = {56, 61, 65, 66, 66, 68, 70, 68, 63, 62, 63, 65, 63, 54, 44, 29, 19, 12, 6};

    private static final int LAST_FROM = 90;

    public AgeBand {
        if (from < 0 || to < from || to > OLDEST) {
            throw new IllegalArgumentException("no ages: " + from + " to " + to);
        }
    }

    static AgeBand exactly(int years) {
        return new AgeBand(years, years);
    }

    /** Ages that are in both; empty when there are none. */
    Optional<AgeBand> and(AgeBand other) {
        int low = Math.max(from, other.from);
        int high = Math.min(to, other.to);
        return low <= high ? Optional.of(new AgeBand(low, high)) : Optional.empty();
    }

    /** Share of the people who are of these ages, more than 0 and at most 1. */
    double share() {
        double perMille = 0;
        for (int i = 0; i < PER_MILLE.length; i++) {
            int start = i * 5;
            int years = start == LAST_FROM ? OLDEST - LAST_FROM + 1 : 5;
            int shared = Math.min(to, start + years - 1) - Math.max(from, start) + 1;
            perMille += PER_MILLE[i] * Math.max(0, shared) / (double) years;
        }
        return Math.min(1, perMille / 1000);
    }
}
