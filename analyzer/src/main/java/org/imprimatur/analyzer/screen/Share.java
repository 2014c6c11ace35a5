package org.imprimatur.analyzer.screen;

import java.util.Locale;

/** Some of all, with the interval in which the true share lies in 95 of 100 such samples (Wilson). */
record Share(long some, long all) {

    private static final double NINETY_FIVE = 1.96;

    Share {
        if (some < 0 || some > all) {
            throw new IllegalArgumentException("some are at most all");
        }
    }

    Share plus(boolean one) {
        return new Share(some + (one ? 1 : 0), all + 1);
    }

    double value() {
        return all == 0 ? 0 : (double) some / all;
    }

    double low() {
        return all == 0 ? 0 : Math.max(0, middle() - half());
    }

    double high() {
        return all == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        double square = NINETY_FIVE * NINETY_FIVE;
        return (value() + square / (2 * all)) / (1 + square / all);
    }

    private double half() {
        double square = NINETY_FIVE * NINETY_FIVE;
        double spread = value() * (1 - value()) / all + square / (4.0 * all * all);
        return NINETY_FIVE * Math.sqrt(spread) / (1 + square / all);
    }

    /** Such as {@code .925 [.868, .959]}. */
    String text() {
        return all == 0
                ? "-"
                : String.format(Locale.ROOT, "%s [%s, %s]", short3(value()), short3(low()), short3(high()));
    }

    private static String short3(double share) {
        return String.format(Locale.ROOT, "%.3f", share).replaceFirst("^0", "");
    }
}
