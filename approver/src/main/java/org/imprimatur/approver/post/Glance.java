package org.imprimatur.approver.post;

import java.time.Instant;

/**
 * Somebody has a case open on their screen, or closed it.
 *
 * @param postId the post
 * @param person id of who looks
 * @param page the window in which it is open, named by itself; one that closed stays closed, whatever arrives late
 * @param looking false when they stopped
 * @param at when
 */
public record Glance(String postId, String person, String page, boolean looking, Instant at) {
    public Glance {
        if (postId.isBlank() || person.isBlank() || page.isBlank()) {
            throw new IllegalArgumentException("somebody looks at something in some window");
        }
    }
}
