package org.imprimatur.publisher.gate;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.publisher.delivery.DeliveryId;

/**
 * What the gate needs to know of a release.
 *
 * @param id what is released, and where to
 * @param clearedHash the content hash that policy or people cleared
 * @param claimedHash the content hash that the draft says of itself
 * @param computedHash the content hash, computed again from the draft that came with the release
 * @param scheduledAt when it shall go out; empty for as soon as it may
 * @param releasedAt when it was cleared
 */
public record Clearance(
        DeliveryId id,
        String clearedHash,
        String claimedHash,
        String computedHash,
        Optional<Instant> scheduledAt,
        Instant releasedAt) {

    boolean isOfWhatWasCleared() {
        return !clearedHash.isBlank() && clearedHash.equals(computedHash) && clearedHash.equals(claimedHash);
    }
}
