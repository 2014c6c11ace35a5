package org.imprimatur.publisher.wire;

import java.time.Instant;
import org.imprimatur.schemas.avro.BlockedPicture;

/** A record of the topic of blocked pictures. */
public record BlockedRecord(BlockedPicture picture) {
    /** Blocks a picture that was shown under an authorization. */
    public static BlockedRecord of(String hash, String authorization, String reason, Instant at) {
        return new BlockedRecord(BlockedPicture.newBuilder()
                .setHash(hash)
                .setReason(reason)
                .setAuthorizationId(authorization)
                .setAt(at)
                .build());
    }

    public String hash() {
        return picture.getHash();
    }

    public String reason() {
        return picture.getReason();
    }
}
