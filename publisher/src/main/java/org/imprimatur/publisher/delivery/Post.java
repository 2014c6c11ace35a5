package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a connector is asked to make public, exactly as it was released; the same value on every repeat.
 *
 * @param id which delivery it is for
 * @param idempotencyKey tells the platform a repeat from a new post
 * @param contentHash 64 hexadecimal digits of what was released
 * @param platform lower case, such as outbox
 * @param text for this platform; its variant where the author wrote one
 * @param inReplyTo what it answers, when it is a reply
 * @param media what goes out with the text
 * @param preparedAt frozen when the gate let it through
 */
public record Post(
        DeliveryId id,
        String idempotencyKey,
        String contentHash,
        String platform,
        String text,
        Optional<String> inReplyTo,
        List<Media> media,
        Instant preparedAt) {
    public Post {
        media = List.copyOf(media);
    }

    /** Names the delivery and counts the text, so that a log can't hold what was written. */
    @Override
    public String toString() {
        return "Post[" + id + ", " + text.codePointCount(0, text.length()) + " code points, " + media.size()
                + " media]";
    }

    /**
     * A picture or film.
     *
     * @param hash SHA-256 of the bytes, 64 hexadecimal digits
     * @param mediaType such as image/jpeg
     * @param altText empty when the author gave none
     */
    public record Media(String hash, String mediaType, String altText) {
        @Override
        public String toString() {
            return "Media[" + hash + "]";
        }
    }
}
