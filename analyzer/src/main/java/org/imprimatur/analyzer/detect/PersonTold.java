package org.imprimatur.analyzer.detect;

import java.util.Optional;
import org.imprimatur.analyzer.crowd.Portrait;
import org.imprimatur.analyzer.crowd.Portraits;

/** The person in care about whom a draft tells, as far as it tells anything that not everybody fits. */
public final class PersonTold {

    /** What reads even less like a person's story than this is said to everybody, however few would fit. */
    private static final double UNLIKELY = -1.5;

    private PersonTold() {}

    /** Empty where nobody particular is told about, or only somebody who works here or is known to the public. */
    public static Optional<Portrait> in(Screening screening) {
        Care care = screening.care();
        boolean somebody = care.mentionsSomebody() && care.score() > UNLIKELY;
        if (!somebody || Combinations.isAboutSomebodyWhoAgreed(screening)) {
            return Optional.empty();
        }
        Portrait portrait = portrait(screening);
        return Optional.of(portrait).filter(told -> told.isTelling() && (told.tellsOfCare() || care.tellsOfCare()));
    }

    static boolean mayTell(Care care) {
        return care.score() > UNLIKELY;
    }

    static Portrait portrait(Screening screening) {
        return Portraits.in(
                screening.tokens(),
                screening.organization().surroundings(),
                screening.organization().places().in(screening.tokens()),
                screening.facts().occupations(),
                !screening.facts().conditions().isEmpty());
    }
}
