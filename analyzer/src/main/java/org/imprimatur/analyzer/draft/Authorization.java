package org.imprimatur.analyzer.draft;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A person's written authorization to tell about them, already looked up (45 CFR 164.508).
 *
 * @param personName who signed, or for whom it was signed
 * @param scope what may be told, in the words of the form
 * @param platforms names in lower case; empty when the form names none, and then it covers no platform
 * @param expires last day on which it holds; empty when the form names none
 * @param revoked true from receipt of the revocation on
 * @param group of accounts whose people keep it; empty for the whole organization
 */
public record Authorization(
        String id,
        String personName,
        String scope,
        Set<String> platforms,
        Optional<LocalDate> expires,
        boolean revoked,
        String group) {

    public Authorization {
        platforms = Set.copyOf(platforms);
        if (id.isBlank()) {
            throw new IllegalArgumentException("an authorization has an id");
        }
    }

    /** Whether it still holds on the given day, last day included. */
    public boolean inForce(LocalDate day) {
        return !revoked && expires.map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public String toString() {
        return "Authorization[" + id + "]";
    }
}
