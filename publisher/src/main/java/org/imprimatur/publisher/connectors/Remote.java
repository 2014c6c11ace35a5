package org.imprimatur.publisher.connectors;

import java.util.List;
import java.util.Optional;

/**
 * A publication as its platform tells of it.
 *
 * @param id the platform's own name for it
 * @param text as the public reads it, with links as they were written
 * @param pictures address or id of each, as far as the platform tells
 * @param descriptions of the pictures in their order; empty when the platform tells none
 * @param url where the public sees it
 */
public record Remote(String id, String text, List<String> pictures, List<String> descriptions, Optional<String> url) {
    public Remote {
        pictures = List.copyOf(pictures);
        descriptions = List.copyOf(descriptions);
    }

    @Override
    public String toString() {
        return "Remote[" + id + "]";
    }
}
