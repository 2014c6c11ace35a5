package org.imprimatur.analyzer.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One revision of one post, as the detectors see it.
 *
 * @param inReplyTo what a reply answers; written by an outsider, read for context and never judged
 * @param variants text for one platform in place of {@code text}; key = platform name in lower case
 * @param authorizations those that the author attached and that were found; expired and revoked ones included
 * @param platform platform of the account it goes to, in lower case; empty when unknown
 */
public record Draft(
        String postId,
        int revision,
        String contentHash,
        DraftKind kind,
        Optional<String> inReplyTo,
        String text,
        Map<String, String> variants,
        List<Medium> media,
        List<Authorization> authorizations,
        String platform) {

    public Draft {
        variants = Map.copyOf(variants);
        media = List.copyOf(media);
        authorizations = List.copyOf(authorizations);
        if (postId.isBlank()) {
            throw new IllegalArgumentException("a draft has a post id");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
    }

    /** The same draft with another text in its place, such as one of its variants or an alt text. */
    public Draft saying(String otherText) {
        return new Draft(
                postId, revision, contentHash, kind, inReplyTo, otherText, variants, media, authorizations, platform);
    }

    @Override
    public String toString() {
        return "Draft[" + postId + "/" + revision + ", " + kind + ", " + text.length() + " chars]";
    }
}
