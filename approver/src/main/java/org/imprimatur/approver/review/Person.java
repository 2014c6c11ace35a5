package org.imprimatur.approver.review;

import java.util.Set;

/**
 * Who asks, with what they may do, as the service that took the request established it.
 *
 * @param id never blank
 * @param roles may be empty; who has no role may do nothing
 */
public record Person(String id, Set<String> roles) {
    private static final String REVIEWER = "reviewer";

    public Person {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a person has an id");
        }
        roles = Set.copyOf(roles);
    }

    boolean mayReview() {
        return roles.contains(REVIEWER);
    }
}
