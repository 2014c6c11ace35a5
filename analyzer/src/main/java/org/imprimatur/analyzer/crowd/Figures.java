package org.imprimatur.analyzer.crowd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.analyzer.text.Tokens;

/** The tables of how common things are and of how many live in each state, with the words for them. */
final class Figures {

    private static final int LONGEST = 4;
    private static final Map<String, Figure> BY_KEY = new HashMap<>();
    private static final Map<String, Figure> BY_WORDS = new HashMap<>();
    private static final Set<String> FIRST_WORDS = new HashSet<>();
    private static final Map<String, Place> STATES = new HashMap<>();

    static {
        lines("figures.txt").forEach(Figures::add);
        lines("populations.txt").forEach(Figures::addState);
    }

    private Figures() {}

    /** A figure and how many tokens tell it. */
    record Told(Figure figure, int width) {}

    /** The longest that begins at a token. */
    static Optional<Told> at(Tokens tokens, int start) {
        if (!FIRST_WORDS.contains(tokens.get(start).owner())) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder();
        Optional<Told> longest = Optional.empty();
        int end = Math.min(tokens.size(), start + LONGEST);
        for (int i = start; i < end; i++) {
            String key = tokens.get(i).key();
            int before = words.length();
            Figure found = BY_WORDS.get(words.append(key).toString());
            if (found == null && key.endsWith("'s")) {
                found = BY_WORDS.get(words.substring(0, before) + tokens.get(i).owner());
            }
            if (found != null && !(found.kind() == Figure.Kind.WORK && isAnOffice(tokens, i))) {
                longest = Optional.of(new Told(found, i - start + 1));
            }
            words.append(' ');
        }
        return longest;
    }

    /** "the sheriff's office", "the mayor's letter": an office, nobody in particular. */
    private static boolean isAnOffice(Tokens tokens, int last) {
        return tokens.key(last).endsWith("'s") || tokens.key(last + 1).matches("office|department");
    }

    /** Empty for a key that today's table does not know. */
    static Optional<Figure> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** By its English name in lower case. */
    static Optional<Place> state(String name) {
        return Optional.ofNullable(STATES.get(name.toLowerCase(Locale.ROOT)));
    }

    private static void add(String line) {
        String[] fields = line.split(";", -1);
        Figure.Kind kind = Figure.Kind.valueOf(fields[0].strip().toUpperCase(Locale.ROOT));
        String[] among = fields[3].strip().split("[ -]", -1);
        AgeBand ages =
                among.length < 3 ? AgeBand.ANY : new AgeBand(Integer.parseInt(among[1]), Integer.parseInt(among[2]));
        Optional<Sex> sex = switch (among[0]) {
            case "women" -> Optional.of(Sex.FEMALE);
            case "men" -> Optional.of(Sex.MALE);
            default -> Optional.empty();
        };
        double written = Double.parseDouble(fields[2].strip());
        boolean ofEverybody = kind == Figure.Kind.WORK || kind == Figure.Kind.HOME;
        double share = ofEverybody ? Math.min(1, written / ages.share()) : written;
        Figure figure = new Figure(kind, fields[1].strip(), share, sex, ages);
        if (BY_KEY.put(figure.key(), figure) != null) {
            throw new IllegalStateException("two figures for " + figure.key());
        }
        for (String words : fields[4].split(",", -1)) {
            FIRST_WORDS.add(words.strip().split(" ", 2)[0]);
            if (BY_WORDS.put(words.strip(), figure) != null) {
                throw new IllegalStateException("two figures for the words '" + words.strip() + "'");
            }
        }
    }

    private static void addState(String line) {
        int space = line.lastIndexOf(' ');
        String key = line.substring(0, space);
        StringBuilder name = new StringBuilder();
        for (String word : key.split(" ", -1)) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        STATES.put(key, new Place(name.toString(), Long.parseLong(line.substring(space + 1))));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Figures.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
