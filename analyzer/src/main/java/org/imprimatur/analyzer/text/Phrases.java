package org.imprimatur.analyzer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list of phrases that is looked for in tokens; indexed by first word, so that long lists cost little, and bounded, so
 * that no text makes it slow. Immutable after loading, thread-safe.
 *
 * <p>Phrases are parted by commas and line ends, {@code # } starts a comment. Words are compared without case and accents; hyphens part words.
 *
 * <pre>
 *   thank* for choosing|trusting us     words, alternatives, a word by its beginning
 *   thank you so? much                  an optional word
 *   stop .. [your|the pills]            a gap of up to four tokens; brackets mark what is reported
 *   {relation} of a %number             any phrase of another list; %number, %cap, %any for one token
 *   ^ you have                          ^ stands for the beginning of a sentence
 * </pre>
 *
 * A phrase never crosses a sentence's end.
 */
public final class Phrases {

    /** No phrase at all. */
    public static final Phrases NONE = new Phrases(List.of());

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Sieve firstWords;
    private final List<Phrase> others = new ArrayList<>();

    private Phrases(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            Optional<Set<String>> firstWords = phrase.firstWords();
            if (firstWords.isPresent()) {
                firstWords
                        .get()
                        .forEach(word -> byFirstWord
                                .computeIfAbsent(word, unused -> new ArrayList<>())
                                .add(phrase));
            } else {
                others.add(phrase);
            }
        }
        firstWords = Sieve.of(byFirstWord.keySet());
    }

    /** Reads phrases line by line; {@code lists} are those that they may name in braces. */
    public static Phrases of(List<String> lines, Map<String, Phrases> lists) {
        List<Phrase> phrases = new ArrayList<>();
        for (String line : lines) {
            int comment = line.indexOf("# ");
            String text = comment < 0 ? line : line.substring(0, comment);
            for (String phrase : text.split(",", -1)) {
                if (!phrase.isBlank()) {
                    phrases.add(Phrase.parse(phrase.strip(), lists));
                }
            }
        }
        return new Phrases(phrases);
    }

    /** Reads a resource of the given class; a missing one is a broken build. */
    public static Phrases load(Class<?> beside, String resource, Map<String, Phrases> lists) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return of(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList(),
                    lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every place where a phrase stands, from left to right, the longest at each place. */
    public List<Match> in(Tokens tokens) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Match> match = at(tokens, i);
            match.ifPresent(matches::add);
        }
        return matches;
    }

    /** Whether any phrase stands anywhere. */
    public boolean foundIn(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (at(tokens, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The longest phrase that begins at the token. */
    public Optional<Match> at(Tokens tokens, int start) {
        Optional<Match> best = Optional.empty();
        if (start < tokens.size()) {
            Token token = tokens.get(start);
            for (Phrase phrase : beginningWith(token.key())) {
                best = longer(best, phrase.match(tokens, start));
            }
            if (token.key().endsWith("'s")) {
                for (Phrase phrase : beginningWith(token.owner())) {
                    best = longer(best, phrase.match(tokens, start));
                }
            }
        }
        for (int i = 0; i < others.size(); i++) {
            best = longer(best, others.get(i).match(tokens, start));
        }
        return best;
    }

    /** The words with which its phrases may begin; empty when they cannot be listed. */
    Optional<Set<String>> firstWords() {
        return others.isEmpty() ? Optional.of(byFirstWord.keySet()) : Optional.empty();
    }

    /** False when certainly none of its phrases begins with this token. */
    boolean mayBeginWith(Token token) {
        if (firstWords.mayHave(token.key()) || (token.key().endsWith("'s") && firstWords.mayHave(token.owner()))) {
            return true;
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).mayBeginWith(token)) {
                return true;
            }
        }
        return false;
    }

    /** Where the longest phrase that begins at the token ends; -1 when none does. */
    int endAt(Tokens tokens, int start) {
        return at(tokens, start).map(Match::phraseEnd).orElse(-1);
    }

    private List<Phrase> beginningWith(String word) {
        return firstWords.mayHave(word) ? byFirstWord.getOrDefault(word, List.of()) : List.of();
    }

    private static Optional<Match> longer(Optional<Match> one, Optional<Match> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return other.get().phraseEnd() > one.get().phraseEnd() ? other : one;
    }
}
