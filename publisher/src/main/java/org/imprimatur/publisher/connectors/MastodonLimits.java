package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.publisher.delivery.Post;

/**
 * What an instance takes, as it says itself.
 *
 * @param characters grapheme clusters in a status
 * @param media attachments to a status
 * @param charactersForUrl what each link counts, however long it is
 */
record MastodonLimits(int characters, int media, int charactersForUrl) {
    /** Those of an instance that names none. */
    static final MastodonLimits USUAL = new MastodonLimits(500, 4, 23);

    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])@(\\w[\\w.-]*)@[\\w.-]+\\w");

    /** Reads the answer of {@code /api/v2/instance} or {@code /api/v1/instance}. */
    static MastodonLimits read(JsonNode instance) {
        JsonNode statuses = instance.path("configuration").path("statuses");
        int characters = statuses.path("max_characters")
                .asInt(instance.path("max_toot_chars").asInt(USUAL.characters()));
        return new MastodonLimits(
                characters,
                statuses.path("max_media_attachments").asInt(USUAL.media()),
                statuses.path("characters_reserved_per_url").asInt(USUAL.charactersForUrl()));
    }

    /** Why the instance would not take the post; empty when it would. */
    Optional<String> obstacle(Post post) {
        int length = length(post.text());
        if (length > characters) {
            return Optional.of(
                    "the text has " + length + " characters as Mastodon counts, and the instance takes " + characters);
        }
        if (post.media().size() > media) {
            return Optional.of("the post has " + post.media().size() + " attachments, and the instance takes " + media);
        }
        return post.text().isBlank() && post.media().isEmpty() ? Optional.of("the post is empty") : Optional.empty();
    }

    private int length(String text) {
        String counted = URL.matcher(text).replaceAll("x".repeat(charactersForUrl));
        return Graphemes.count(REMOTE_MENTION.matcher(counted).replaceAll("@$1"));
    }
}
