package org.imprimatur.approver.post;

import java.time.Instant;

/**
 * Somebody has a case open on their screen, or closed it.
 *
 * @param postId the post
 * @param person id of who looks
 * @param looking false when they stopped
 * @param at when
 */
public record Glance(String postId, String person, boolean looking, Instant at) {
    public Glance {
        if (postId.isBlank() || person.isBlank()) {
            throw new IllegalArgumentException("somebody looks at something");
        }
    }
}
