package org.imprimatur.analyzer.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author is still writing; nobody has handed it in.
 *
 * @param account where it shall go; empty while the author has not chosen
 * @param inReplyTo what it answers
 * @param variants text for one platform in place of {@code text}; key = platform name in lower case
 * @param authorizations ids that the author attached
 */
public record Sketch(
        String account,
        DraftKind kind,
        Optional<String> inReplyTo,
        String text,
        Map<String, String> variants,
        List<Medium> media,
        List<String> authorizations) {

    public Sketch {
        variants = Map.copyOf(variants);
        media = List.copyOf(media);
        authorizations = List.copyOf(authorizations);
    }

    @Override
    public String toString() {
        return "Sketch[" + kind + ", " + text.length() + " chars]";
    }
}
