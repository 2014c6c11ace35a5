package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.analyzer.encoder.Rarity;
import org.imprimatur.analyzer.organization.Claim;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Protocol;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/**
 * What a draft must be read against: the words it answers, and the organization's own protocol and approved claim on the
 * same matter. Compiled once for an organization. Immutable, thread-safe.
 */
final class Counterpart {

    private static final int LONGEST_ANSWERED = 24;
    private static final int STEM = 5;
    /** Keeps a short sentence from being the nearest for one shared word. */
    private static final double SHORTEST = 5;

    /** Below this, what is shared says nothing. */
    private static final double NEAR = 0.45;

    private final List<Own> protocols;
    private final List<Own> claims;

    private record Own(List<String> words, Map<String, Double> stems, double length) {
        static List<Own> of(Stream<String> sentences) {
            return sentences
                    .map(Tokens::of)
                    .map(tokens -> {
                        Map<String, Double> stems = new HashMap<>();
                        addStems(tokens, stems);
                        double all = stems.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                        return new Own(Counterpart.words(tokens), Map.copyOf(stems), Math.sqrt(all + SHORTEST));
                    })
                    .toList();
        }

        double nearness(Map<String, Double> others) {
            double shared = 0;
            for (Map.Entry<String, Double> stem : stems.entrySet()) {
                shared += Math.min(stem.getValue(), others.getOrDefault(stem.getKey(), 0.0));
            }
            return shared / length;
        }
    }

    private Counterpart(List<Own> protocols, List<Own> claims) {
        this.protocols = protocols;
        this.claims = claims;
    }

    static Counterpart of(Organization organization) {
        return new Counterpart(
                Own.of(organization.protocols().stream().map(Protocol::text)),
                Own.of(organization.approvedClaims().stream().map(Claim::claim)));
    }

    static List<String> of(Screening screening) {
        List<String> context = new ArrayList<>();
        Map<String, Double> stems = new HashMap<>();
        addStems(screening.tokens(), stems);
        screening.draft().inReplyTo().map(Tokens::of).ifPresent(answered -> {
            List<String> words = words(answered);
            context.addAll(words.subList(0, Math.min(LONGEST_ANSWERED, words.size())));
            addStems(answered, stems);
        });
        Counterpart own = screening.organization().counterpart();
        context.addAll(nearest(own.protocols, stems));
        context.addAll(nearest(own.claims, stems));
        return context;
    }

    /** The sentence that shares the most telling words with the text, for its length; empty when none shares enough. */
    private static List<String> nearest(List<Own> sentences, Map<String, Double> stems) {
        List<String> nearest = List.of();
        double most = NEAR;
        for (Own sentence : sentences) {
            double nearness = sentence.nearness(stems);
            if (nearness > most) {
                most = nearness;
                nearest = sentence.words();
            }
        }
        return nearest;
    }

    private static List<String> words(Tokens tokens) {
        return tokens.list().stream().map(Token::text).toList();
    }

    private static void addStems(Tokens tokens, Map<String, Double> stems) {
        for (Token token : tokens.list()) {
            if (token.isNumber()) {
                stems.merge(token.key(), Rarity.NUMBER, Math::max);
            } else if (token.isWord()) {
                String key = token.owner();
                double rarity = Rarity.of(key);
                if (rarity > 0) {
                    stems.merge(key.length() > STEM ? key.substring(0, STEM) : key, rarity, Math::max);
                }
            }
        }
    }
}
