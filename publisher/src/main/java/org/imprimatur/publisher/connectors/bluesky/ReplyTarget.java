package org.imprimatur.publisher.connectors.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.publisher.delivery.Post;

/**
 * The post that a reply answers, as the first line of what the draft says of it.
 *
 * @param author id ({@code did:…}) or handle
 * @param key of the record
 */
record ReplyTarget(String author, String key) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:at://|https://bsky\\.app/profile/)([A-Za-z0-9.:_-]{1,253})/(?:app\\.bsky\\.feed\\.post|post)/"
                    + "([A-Za-z0-9._~:-]{1,512})");

    /** Empty for a post of our own, and for a reply that does not say where. */
    static Optional<ReplyTarget> of(Post post) {
        return post.inReplyTo()
                .flatMap(answered -> answered.lines().findFirst())
                .map(first -> ADDRESS.matcher(first.strip()))
                .filter(Matcher::matches)
                .map(found -> new ReplyTarget(found.group(1), found.group(2)));
    }

    boolean isById() {
        return author.startsWith("did:");
    }

    /** Whether a record's own reference leads there; a handle was resolved by then. */
    boolean isAt(String uri) {
        return uri.endsWith("/" + BlueskyRecord.COLLECTION + "/" + key)
                && (!isById() || uri.startsWith("at://" + author + "/"));
    }
}
