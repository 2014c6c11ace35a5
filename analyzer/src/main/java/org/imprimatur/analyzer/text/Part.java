package org.imprimatur.analyzer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One place of a {@link Phrase}: a word in alternatives, a class, another list, or a gap. */
final class Part {

    static final Part GAP = new Part(true, false, Set.of(), List.of(), List.of(), List.of());

    private final boolean gap;
    private final boolean optional;
    private final Set<String> words;
    private final Sieve sieve;
    private final List<String> beginnings;
    private final List<Phrases> lists;
    private final List<Predicate<Token>> classes;

    private Part(
            boolean gap,
            boolean optional,
            Set<String> words,
            List<String> beginnings,
            List<Phrases> lists,
            List<Predicate<Token>> classes) {
        this.gap = gap;
        this.optional = optional;
        this.words = words;
        this.sieve = Sieve.of(words);
        this.beginnings = beginnings;
        this.lists = lists;
        this.classes = classes;
    }

    static Part parse(String text, boolean optional, Map<String, Phrases> known) {
        Set<String> words = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        List<Phrases> lists = new ArrayList<>();
        List<Predicate<Token>> classes = new ArrayList<>();
        for (String word : Arrays.asList(text.split("\\|"))) {
            if (word.startsWith("{")) {
                String name = word.substring(1, word.length() - 1);
                lists.add(Optional.ofNullable(known.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("no list " + name)));
            } else if (word.length() > 1 && word.startsWith("%")) {
                classes.add(ofClass(word));
            } else if (word.length() > 1 && word.endsWith("*")) {
                beginnings.add(Tokens.key(word.substring(0, word.length() - 1)));
            } else {
                words.add(Tokens.key(word));
            }
        }
        return new Part(
                false, optional, Set.copyOf(words), List.copyOf(beginnings), List.copyOf(lists), List.copyOf(classes));
    }

    boolean gap() {
        return gap;
    }

    boolean optional() {
        return optional;
    }

    /** The words with which it may begin; empty when they cannot be listed. */
    Optional<Set<String>> firstWords() {
        if (gap || !beginnings.isEmpty() || !classes.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>(words);
        for (Phrases list : lists) {
            Optional<Set<String>> firsts = list.firstWords();
            if (firsts.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(firsts.get());
        }
        return Optional.of(all);
    }

    /** One past the last token that it takes from {@code at} on; -1 when it does not fit. */
    int endAt(Tokens tokens, int at) {
        Token token = tokens.get(at);
        if (takes(token)) {
            return at + 1;
        }
        for (int i = 0; i < lists.size(); i++) {
            Phrases list = lists.get(i);
            int end = list.mayBeginWith(token) ? list.endAt(tokens, at) : -1;
            if (end > at) {
                return end;
            }
        }
        return -1;
    }

    /** False when it certainly does not fit from this token on; tells quicker than {@link #endAt}. */
    boolean mayBeginWith(Token token) {
        if (takes(token)) {
            return true;
        }
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).mayBeginWith(token)) {
                return true;
            }
        }
        return false;
    }

    private boolean takes(Token token) {
        String key = token.key();
        return isOneOfWords(key)
                || (key.endsWith("'s") && isOneOfWords(token.owner()))
                || beginsWithOne(key)
                || isOfClass(token);
    }

    private boolean isOneOfWords(String key) {
        return sieve.mayHave(key) && words.contains(key);
    }

    private boolean beginsWithOne(String key) {
        for (int i = 0; i < beginnings.size(); i++) {
            String beginning = beginnings.get(i);
            if (key.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfClass(Token token) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).test(token)) {
                return true;
            }
        }
        return false;
    }

    private static Predicate<Token> ofClass(String name) {
        return switch (name) {
            case "%number" -> Token::isNumber;
            case "%cap" -> token -> token.isWord() && token.isCapitalised();
            case "%word" -> Token::isWord;
            case "%any" -> token -> true;
            default -> throw new IllegalArgumentException("no class of tokens " + name);
        };
    }
}
