package org.imprimatur.analyzer.crowd;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is told about one person in care, in words of our own tables and of the organization's profile.
 *
 * @param place where they live, as far as told
 * @param traits illnesses, events, work, household
 * @param days how long a time is meant in which something happened: 7 where a day is told, 365 where nothing is
 * @param alone it is said that there is only one such person
 * @param moreIsTold something is told for which there is no figure, so that fewer people fit than any estimate says
 */
public record Portrait(
        Optional<AgeBand> ages,
        Optional<Sex> sex,
        Optional<Place> place,
        Set<Figure> traits,
        int days,
        boolean alone,
        boolean moreIsTold) {

    static final int YEAR = 365;

    /** Nothing is told about anybody. */
    public static final Portrait EMPTY =
            new Portrait(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), YEAR, false, false);

    public Portrait {
        traits = Set.copyOf(traits);
        if (days < 1 || days > YEAR) {
            throw new IllegalArgumentException("a time between a day and a year, not " + days + " days");
        }
    }

    /** Traits by their keys; those that today's table does not know are left out. */
    public static Set<Figure> traits(List<String> keys) {
        Set<Figure> traits = new HashSet<>();
        keys.forEach(key -> Figures.byKey(key).ifPresent(traits::add));
        return traits;
    }

    /** Keys of the traits, sorted. */
    public List<String> traitKeys() {
        return traits.stream().map(Figure::key).sorted().toList();
    }

    /** Something is told that is not true of thousands in any town. */
    public boolean isTelling() {
        return alone || place.isPresent() || !traits.isEmpty();
    }

    /** An illness, an accident or a treatment for which there is a figure. */
    public boolean tellsOfCare() {
        return traits.stream().anyMatch(Figure::isIllness);
    }

    /** Nothing in the one speaks against the other being told of the same person. */
    boolean agreesWith(Portrait other) {
        boolean sameSex = sex.isEmpty() || other.sex.isEmpty() || sex.equals(other.sex);
        boolean sameAge = ages.isEmpty()
                || other.ages.isEmpty()
                || ages.get().and(other.ages.get()).isPresent();
        boolean samePlace = place.isEmpty() || other.place.isEmpty() || place.equals(other.place);
        return sameSex && sameAge && samePlace;
    }

    /** What both tell; only for portraits that agree. The times that they mean need not be the same. */
    Portrait common(Portrait other) {
        Set<Figure> both = new HashSet<>(traits);
        both.retainAll(other.traits);
        return new Portrait(
                ages.flatMap(band -> other.ages.map(theirs -> wider(band, theirs))),
                sex.filter(told -> other.sex.isPresent()),
                place.filter(told -> other.place.isPresent()),
                both,
                YEAR,
                false,
                false);
    }

    /** What either tells; only for portraits that agree. */
    Portrait union(Portrait other) {
        Set<Figure> either = new HashSet<>(traits);
        either.addAll(other.traits);
        return new Portrait(
                ages.map(band -> other.ages.flatMap(band::and).orElse(band)).or(other::ages),
                sex.or(other::sex),
                place.or(other::place),
                either,
                Math.min(days, other.days),
                alone || other.alone,
                moreIsTold || other.moreIsTold);
    }

    private static AgeBand wider(AgeBand one, AgeBand other) {
        return new AgeBand(Math.min(one.from(), other.from()), Math.max(one.to(), other.to()));
    }

    @Override
    public String toString() {
        return "Portrait[" + traits.size() + " traits]";
    }
}
