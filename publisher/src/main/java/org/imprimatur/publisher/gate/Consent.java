package org.imprimatur.publisher.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A person's authorization as far as the gate needs it (45 CFR 164.508).
 *
 * @param platforms lower case; it covers no other
 * @param expires last day on which it holds
 * @param revoked whether a revocation was received
 * @param changedAt when the register last said something about it
 */
public record Consent(Set<String> platforms, Optional<LocalDate> expires, boolean revoked, Instant changedAt) {
    public Consent {
        platforms = Set.copyOf(platforms);
    }

    boolean hasExpired(LocalDate day) {
        return expires.filter(day::isAfter).isPresent();
    }
}
