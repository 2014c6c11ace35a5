package org.imprimatur.analyzer.crowd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the people who fit a portrait: those who live in the place × the share of their ages × of their sex × of the
 * rarest illness, work and household that are told.
 *
 * <p>Illnesses go together, so each further one counts as if one in five had it; of several kinds of work or household
 * only the rarest counts.
 */
public final class Crowd {

    private static final double FURTHER_ILLNESS = 0.2;

    private Crowd() {}

    /** How many people of the told place fit. */
    public static Fit fitting(Portrait portrait) {
        return portrait.place()
                .<Fit>map(place -> counted(portrait, place))
                .orElseGet(() -> new Fit.Unknown("no town is told, or not how many people live in it"));
    }

    static Fit.Counted counted(Portrait portrait, Place place) {
        double people = place.people() * share(portrait);
        return new Fit.Counted(portrait.alone() ? Math.min(1, people) : people, place, portrait.moreIsTold());
    }

    private static double share(Portrait portrait) {
        AgeBand ages = portrait.ages().orElse(AgeBand.ANY);
        Optional<Sex> sex = portrait.sex();
        for (Figure trait : portrait.traits()) {
            ages = ages.and(trait.ages()).orElse(ages);
            sex = sex.or(trait::sex);
        }
        double share = ages.share() * sex.map(Sex::share).orElse(1.0);
        List<Double> illnesses = of(portrait, Figure.Kind.HAVE, Figure.Kind.YEAR);
        for (int i = 0; i < illnesses.size(); i++) {
            share *= i == 0 ? illnesses.get(0) : Math.max(illnesses.get(i), FURTHER_ILLNESS);
        }
        share *= of(portrait, Figure.Kind.WORK).stream().findFirst().orElse(1.0);
        share *= of(portrait, Figure.Kind.HOME).stream().findFirst().orElse(1.0);
        return share;
    }

    /** Shares of the traits of some kinds, rarest first. */
    private static List<Double> of(Portrait portrait, Figure.Kind... kinds) {
        return portrait.traits().stream()
                .filter(trait -> Stream.of(kinds).anyMatch(kind -> trait.kind() == kind))
                .map(trait -> trait.share(portrait.days()))
                .sorted()
                .toList();
    }
}
