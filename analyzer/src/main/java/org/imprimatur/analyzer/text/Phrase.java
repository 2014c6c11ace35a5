package org.imprimatur.analyzer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of {@link Phrases}, parsed. */
final class Phrase {

    private static final int GAP = 5;
    private static final int STEPS = 400;

    private final List<Part> parts;
    private final boolean fromSentenceStart;
    private final int markStart;
    private final int markEnd;

    private Phrase(List<Part> parts, boolean fromSentenceStart, int markStart, int markEnd) {
        this.parts = parts;
        this.fromSentenceStart = fromSentenceStart;
        this.markStart = markStart;
        this.markEnd = markEnd;
    }

    static Phrase parse(String line, Map<String, Phrases> lists) {
        List<Part> parts = new ArrayList<>();
        boolean start = false;
        int markStart = 0;
        int markEnd = -1;
        for (String piece : line.replace("[", " [ ").replace("]", " ] ").trim().split("\\s+", -1)) {
            switch (piece) {
                case "^" -> start = true;
                case "[" -> markStart = parts.size();
                case "]" -> markEnd = parts.size();
                default -> parts.addAll(parseWord(piece, lists));
            }
        }
        if (parts.isEmpty() || parts.get(0).gap()) {
            throw new IllegalArgumentException("a phrase begins with a word");
        }
        return new Phrase(List.copyOf(parts), start, markStart, markEnd < 0 ? parts.size() : markEnd);
    }

    private static List<Part> parseWord(String piece, Map<String, Phrases> lists) {
        if (piece.equals("..")) {
            return List.of(Part.GAP);
        }
        if (piece.length() > 1 && piece.startsWith("#")) {
            return List.of(Part.parse("#", false, lists), Part.parse(piece.substring(1), false, lists));
        }
        boolean optional = piece.length() > 1 && piece.endsWith("?");
        String word = optional ? piece.substring(0, piece.length() - 1) : piece;
        if (word.contains("-") && word.length() > 1 && word.indexOf('|') < 0) {
            return Arrays.stream(word.split("-"))
                    .filter(part -> !part.isEmpty())
                    .map(part -> Part.parse(part, optional, lists))
                    .toList();
        }
        return List.of(Part.parse(word, optional, lists));
    }

    /** Words with which it may begin; empty when it may begin with anything else. */
    Optional<Set<String>> firstWords() {
        Set<String> words = new HashSet<>();
        for (Part part : parts) {
            Optional<Set<String>> own = part.firstWords();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            words.addAll(own.get());
            if (!part.optional()) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    /** False when it certainly does not begin with this token. */
    boolean mayBeginWith(Token token) {
        Part first = parts.get(0);
        return first.optional() || first.mayBeginWith(token);
    }

    Optional<Match> match(Tokens tokens, int start) {
        if (fromSentenceStart
                && start > 0
                && tokens.get(start - 1).sentence() == tokens.get(start).sentence()) {
            return Optional.empty();
        }
        if (start >= tokens.size() || !mayBeginWith(tokens.get(start))) {
            return Optional.empty();
        }
        int[] begins = new int[parts.size() + 1];
        int[] budget = {STEPS};
        int end = walk(tokens, 0, start, begins, budget);
        if (end < 0) {
            return Optional.empty();
        }
        begins[parts.size()] = end;
        int from = begins[markStart];
        int to = begins[markEnd];
        return Optional.of(to > from ? new Match(from, to, start, end) : new Match(start, end, start, end));
    }

    private int walk(Tokens tokens, int part, int at, int[] begins, int[] budget) {
        begins[part] = at;
        if (part == parts.size()) {
            return at;
        }
        if (budget[0]-- <= 0) {
            return -1;
        }
        Part here = parts.get(part);
        if (here.gap()) {
            for (int skip = 0; skip <= GAP && inSentence(tokens, begins[0], at + skip - 1); skip++) {
                int end = walk(tokens, part + 1, at + skip, begins, budget);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        if (at < tokens.size() && inSentence(tokens, begins[0], at)) {
            int next = here.endAt(tokens, at);
            int end = next < 0 ? -1 : walk(tokens, part + 1, next, begins, budget);
            if (end >= 0) {
                begins[part] = at;
                return end;
            }
        }
        return here.optional() ? walk(tokens, part + 1, at, begins, budget) : -1;
    }

    private static boolean inSentence(Tokens tokens, int first, int at) {
        return at < first
                || (at < tokens.size()
                        && tokens.get(at).sentence() == tokens.get(first).sentence());
    }
}
