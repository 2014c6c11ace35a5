package org.imprimatur.approver.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One revision of a post, as its author handed it in.
 *
 * @param postId the post
 * @param revision 1 for the first
 * @param contentHash SHA-256 over everything that an approval freezes
 * @param author who wrote or last edited this revision
 * @param contributors everybody who wrote or edited any revision, the author included
 * @param account where it shall go
 * @param inReplyTo what it answers; empty for a post of our own
 * @param text what shall go out
 * @param variants text for one platform in place of {@code text}, by platform name in lower case
 * @param pictures what goes out with it
 * @param authorizations ids of the patient authorizations that the author attached
 * @param scheduledAt when it shall go out; empty for as soon as it may
 * @param expiresAt from when it never goes out; empty when it does not grow old
 * @param submittedAt when it was handed in
 */
public record Revision(
        String postId,
        int revision,
        String contentHash,
        String author,
        List<String> contributors,
        String account,
        Optional<String> inReplyTo,
        String text,
        Map<String, String> variants,
        List<Picture> pictures,
        List<String> authorizations,
        Optional<Instant> scheduledAt,
        Optional<Instant> expiresAt,
        Instant submittedAt) {
    public Revision {
        contributors = List.copyOf(contributors);
        variants = Map.copyOf(variants);
        pictures = List.copyOf(pictures);
        authorizations = List.copyOf(authorizations);
    }

    @Override
    public String toString() {
        return "Revision[postId=" + postId + ", revision=" + revision + ", text of " + text.length() + " chars]";
    }
}
