package org.imprimatur.kit.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a key may do, and until when.
 *
 * @param owner who the key acts as
 * @param roles what it may ask for
 * @param label what people call it; empty for none
 * @param routes the beginnings of the paths that it may call, such as {@code /v1/drafts}; all under {@code /v1}
 * @param expires when it ends; empty for never
 */
public record KeyScope(String owner, Set<String> roles, String label, Set<String> routes, Optional<Instant> expires) {

    /** All that programs may call. */
    public static final Set<String> EVERY_ROUTE = Set.of("/v1");

    private static final int LONGEST_LABEL = 80;

    public KeyScope {
        roles = new Identity(owner, roles).roles();
        routes = Set.copyOf(routes);
        if (routes.isEmpty() || !routes.stream().allMatch(route -> route.matches("/v1(/[A-Za-z0-9_-]+)*"))) {
            throw new IllegalArgumentException("a key's routes are paths such as /v1/drafts");
        }
        if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a key's label is one line of at most 80 characters");
        }
    }

    boolean allows(String path) {
        return routes.stream().anyMatch(route -> path.equals(route) || path.startsWith(route + "/"));
    }

    boolean isOver(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
