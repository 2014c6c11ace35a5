package org.imprimatur.kit.oidc;

import java.util.Set;

/**
 * Whom the provider vouches for.
 *
 * @param id the value of the id claim, as it came
 * @param roles what the roles claim means here; words that mean nothing may be among them
 */
public record Vouched(String id, Set<String> roles) {
    public Vouched {
        roles = Set.copyOf(roles);
    }
}
