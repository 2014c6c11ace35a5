package org.imprimatur.analyzer.crowd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Town;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/**
 * Where the organization's patients live: the towns of its profile, their county, its state and all others. Immutable,
 * thread-safe.
 */
public final class Surroundings {

    private static final int LONGEST = 4;

    private final Map<String, Optional<Place>> byName = new HashMap<>();
    private final Optional<Place> home;

    private Surroundings(Organization organization) {
        long all = 0;
        for (Town town : organization.towns()) {
            all += town.population().orElse(0);
            add(town.name(), place(town.name(), town.population().orElse(0)));
        }
        boolean inCounty = !organization.county().isBlank();
        home = place(inCounty ? organization.county() : organization.town(), all);
        if (inCounty) {
            add(organization.county(), home);
        }
        add(organization.town(), Optional.empty());
    }

    public static Surroundings of(Organization organization) {
        return new Surroundings(organization);
    }

    /** Everybody around here: the towns of the profile together. */
    Optional<Place> home() {
        return home;
    }

    /** A name that is told, how many tokens it takes, and the place, if it is known how many live there. */
    record Told(Optional<Place> place, int width) {}

    /** The longest name of a place that begins at a token; a state only after a word such as "from". */
    Optional<Told> at(Tokens tokens, int start, boolean afterPreposition) {
        Optional<Told> longest = Optional.empty();
        String words = "";
        for (int i = start; i < Math.min(tokens.size(), start + LONGEST); i++) {
            Token token = tokens.get(i);
            words = words.isEmpty() ? token.owner() : words + " " + token.owner();
            if (byName.containsKey(words)) {
                longest = Optional.of(new Told(byName.get(words), i - start + 1));
            } else if (afterPreposition && Figures.state(words).isPresent()) {
                longest = Optional.of(new Told(Figures.state(words), i - start + 1));
            }
        }
        return longest;
    }

    private void add(String name, Optional<Place> place) {
        StringBuilder words = new StringBuilder();
        for (Token token : Tokens.of(name).list()) {
            words.append(words.isEmpty() ? "" : " ").append(token.key());
        }
        if (!words.isEmpty()) {
            byName.putIfAbsent(words.toString(), place);
        }
    }

    private static Optional<Place> place(String name, long people) {
        return people < 1 || name.isBlank() ? Optional.empty() : Optional.of(new Place(name, people));
    }

    @Override
    public String toString() {
        return "Surroundings[" + byName.size() + " places]";
    }
}
