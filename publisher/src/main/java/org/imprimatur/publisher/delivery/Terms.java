package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What a delivery is bound to from its first step on.
 *
 * @param contentHash 64 hexadecimal digits of what was released
 * @param policyVersion under which it was released; empty when no policy judged it
 * @param platform of its account when it was prepared, lower case; empty before
 * @param idempotencyKey sent with every call
 * @param createdAt the time that the post claims on the platform, frozen when it was first prepared
 */
public record Terms(
        String contentHash, String policyVersion, String platform, String idempotencyKey, Optional<Instant> createdAt) {
    public Terms {
        if (contentHash.isBlank() || idempotencyKey.isBlank()) {
            throw new IllegalArgumentException("a delivery needs the hash of what was released and an idempotency key");
        }
    }
}
