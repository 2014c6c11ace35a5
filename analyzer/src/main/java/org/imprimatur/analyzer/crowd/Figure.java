package org.imprimatur.analyzer.crowd;

import java.util.Optional;

/**
 * How common one thing is that may be told about somebody.
 *
 * @param key its name in our own table; unique, and kept as long as portraits that name it
 * @param share of those whom it can concern: who live with it, to whom it happens in a year, or who do it
 * @param sex whom it can concern; empty for everybody
 * @param ages whom it can concern
 */
public record Figure(Kind kind, String key, double share, Optional<Sex> sex, AgeBand ages) {

    /** What a figure is about; the names are those of the table. */
    public enum Kind {
        /** Somebody lives with it. */
        HAVE,
        /** It happens to somebody, so the time that is told counts. */
        YEAR,
        /** What somebody does for a living or in town. */
        WORK,
        /** A household or a family that is not everybody's. */
        HOME
    }

    public Figure {
        if (key.isBlank() || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a figure has a key and a share: " + key);
        }
    }

    boolean isIllness() {
        return kind == Kind.HAVE || kind == Kind.YEAR;
    }

    /** Share of those whom it can concern, where only some days of a year are meant. */
    double share(int days) {
        return kind == Kind.YEAR ? share * Math.min(days, Portrait.YEAR) / Portrait.YEAR : share;
    }
}
