package org.imprimatur.analyzer.crowd;

/** What pronouns and nouns tell about somebody's sex, with its share of the people (U.S. Census Bureau, 2020). */
public enum Sex {
    FEMALE(0.505),
    MALE(0.495);

    private final double share;

    Sex(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }
}
