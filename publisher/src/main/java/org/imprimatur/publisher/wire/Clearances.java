package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Media;

/** Releases as the gate looks at them. */
final class Clearances {
    private Clearances() {}

    /** Computes the content hash again. */
    static Clearance of(DeliveryId id, String clearedHash, String policyVersion, Draft draft, Instant clearedAt) {
        return new Clearance(
                id,
                new Clearance.Hashes(clearedHash, draft.getContentHash(), ContentHash.of(draft)),
                policyVersion,
                draft.getAuthorizations(),
                draft.getMedia().stream().map(Media::getHash).toList(),
                Optional.ofNullable(draft.getScheduledAt()),
                Optional.ofNullable(draft.getExpiresAt()),
                clearedAt);
    }
}
