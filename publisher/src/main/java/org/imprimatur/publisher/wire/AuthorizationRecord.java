package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.publisher.gate.Consent;
import org.imprimatur.schemas.avro.Authorization;

/** A record of the topic of authorizations. */
public record AuthorizationRecord(Authorization authorization) {
    /** What the gate needs of it; {@code changedAt} is the time of the record. */
    public Consent consent(Instant changedAt) {
        return new Consent(
                authorization.getPlatforms().stream()
                        .map(platform -> platform.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(authorization.getExpires()),
                isRevoked(),
                changedAt);
    }

    public boolean isRevoked() {
        return authorization.getRevokedAt() != null;
    }

    /** Hashes of the pictures that it covers; empty when its form names none. */
    public List<String> pictures() {
        return List.copyOf(authorization.getPictures());
    }

    @Override
    public String toString() {
        return "AuthorizationRecord[" + authorization.getAuthorizationId() + "]";
    }
}
