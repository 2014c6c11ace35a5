package org.imprimatur.approver.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A person's written authorization to tell about them.
 *
 * @param person whom it is about
 * @param scope what may be told
 * @param platforms in lower case; it covers no other
 * @param expires the last day on which it holds
 */
public record Authorization(
        String id, String person, String scope, Set<String> platforms, Optional<LocalDate> expires, boolean revoked) {
    public Authorization {
        platforms = Set.copyOf(platforms);
    }

    /** Whether it covers this platform. */
    public boolean covers(String platform) {
        return platforms.contains(platform);
    }

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !revoked && expires.filter(day::isAfter).isEmpty();
    }

    @Override
    public String toString() {
        return "Authorization[" + id + "]";
    }
}
