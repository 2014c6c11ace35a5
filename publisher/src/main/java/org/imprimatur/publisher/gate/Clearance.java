package org.imprimatur.publisher.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.delivery.DeliveryId;

/**
 * What the gate needs to know of a release.
 *
 * @param id what is released, and where to
 * @param hashes which content was cleared, and which one came
 * @param policyVersion of the verdict under which it was cleared; empty when no policy judged it
 * @param authorizations ids of those that the author attached
 * @param media hashes of the pictures that go out with it
 * @param scheduledAt when it shall go out; empty for as soon as it may
 * @param expiresAt from when on it never goes out
 * @param releasedAt when it was cleared
 */
public record Clearance(
        DeliveryId id,
        Hashes hashes,
        String policyVersion,
        List<String> authorizations,
        List<String> media,
        Optional<Instant> scheduledAt,
        Optional<Instant> expiresAt,
        Instant releasedAt) {
    public Clearance {
        authorizations = List.copyOf(authorizations);
        media = List.copyOf(media);
    }

    /**
     * The same content by three witnesses.
     *
     * @param cleared by policy or people
     * @param claimed by the draft itself
     * @param computed again from the draft that came with the release
     */
    public record Hashes(String cleared, String claimed, String computed) {
        boolean agree() {
            return !cleared.isBlank() && cleared.equals(computed) && cleared.equals(claimed);
        }
    }
}
