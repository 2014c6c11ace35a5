package org.imprimatur.ingest.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author wants to be published, checked in form; the part of a draft that an approval freezes.
 *
 * @param inReplyTo what a reply answers, in an outsider's words; empty for a post
 * @param variants text for one platform in place of {@code text}, by the platform's name in lower case
 * @param authorizations ids of the patient authorizations that the author attached, each once
 * @param scheduledAt when it shall go out, in whole milliseconds; empty for as soon as it may
 * @param expiresAt from when on it never goes out, in whole milliseconds; empty when it does not grow old
 */
public record Content(
        String account,
        Kind kind,
        Optional<String> inReplyTo,
        String text,
        Map<String, String> variants,
        List<Picture> media,
        List<String> authorizations,
        Optional<Instant> scheduledAt,
        Optional<Instant> expiresAt) {

    public Content {
        if (account.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("content has an account and a text");
        }
        if (inReplyTo.isPresent() != (kind == Kind.REPLY)) {
            throw new IllegalArgumentException("a reply says what it answers, and nothing else does");
        }
        variants = Map.copyOf(variants);
        media = List.copyOf(media);
        authorizations = List.copyOf(authorizations);
    }

    @Override
    public String toString() {
        return "Content[" + kind + " to " + account + ", text of " + text.length() + "]";
    }
}
