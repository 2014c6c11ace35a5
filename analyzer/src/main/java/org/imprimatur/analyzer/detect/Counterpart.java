package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.analyzer.organization.Claim;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Protocol;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/**
 * What a draft must be read against: the words it answers, and the organization's own sentence on the same matter.
 * Compiled once for an organization. Immutable, thread-safe.
 */
final class Counterpart {

    private static final int LONGEST_ANSWERED = 24;

    private final List<Own> own;
    private final Map<String, Double> rarity;

    private record Own(List<String> words, Set<String> stems) {}

    private Counterpart(List<Own> own) {
        this.own = own;
        Map<String, Double> having = new HashMap<>();
        own.forEach(sentence -> sentence.stems().forEach(stem -> having.merge(stem, 1.0, Double::sum)));
        having.replaceAll((stem, sentences) -> StrictMath.log((own.size() + 1) / sentences));
        this.rarity = Map.copyOf(having);
    }

    static Counterpart of(Organization organization) {
        return new Counterpart(Stream.concat(
                        organization.protocols().stream().map(Protocol::text),
                        organization.approvedClaims().stream().map(Claim::claim))
                .map(text -> new Own(words(Tokens.of(text)), stems(Tokens.of(text))))
                .toList());
    }

    static List<String> of(Screening screening) {
        List<String> context = new ArrayList<>();
        screening.draft().inReplyTo().ifPresent(answered -> {
            List<String> words = words(Tokens.of(answered));
            context.addAll(words.subList(0, Math.min(LONGEST_ANSWERED, words.size())));
        });
        context.addAll(screening.organization().counterpart().nearest(screening.tokens()));
        return context;
    }

    /** The own sentence that shares the most telling words with the text; empty when none shares enough. */
    private List<String> nearest(Tokens tokens) {
        Set<String> stems = stems(tokens);
        return own.stream()
                .filter(sentence -> shared(sentence, stems) >= 2)
                .max(Comparator.comparingDouble(sentence -> shared(sentence, stems)))
                .map(Own::words)
                .orElseGet(List::of);
    }

    private double shared(Own sentence, Set<String> stems) {
        return sentence.stems().stream()
                .filter(stems::contains)
                .mapToDouble(rarity::get)
                .sum();
    }

    private static List<String> words(Tokens tokens) {
        return tokens.list().stream().map(Token::text).toList();
    }

    private static Set<String> stems(Tokens tokens) {
        Set<String> stems = new HashSet<>();
        for (Token token : tokens.list()) {
            String key = token.owner();
            if ((token.isWord() && key.length() > 3) || token.isNumber()) {
                stems.add(key.length() > 5 ? key.substring(0, 5) : key);
            }
        }
        return Set.copyOf(stems);
    }
}
