package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the public sees, read back from the platform.
 *
 * @param text as the platform shows it
 * @param media each picture's SHA-256 where the platform gives its bytes, else its address there
 * @param url where it was seen, when the platform says so
 * @param readAt when
 */
public record Live(String text, List<String> media, Optional<String> url, Instant readAt) {
    public Live {
        media = List.copyOf(media);
    }

    /** Counts the text, so that a log can't hold what is live. */
    @Override
    public String toString() {
        return "Live[" + text.codePointCount(0, text.length()) + " code points, " + media.size() + " media]";
    }
}
