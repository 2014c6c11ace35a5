package org.imprimatur.publisher.connectors.bluesky;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.imprimatur.publisher.delivery.Post;

/**
 * Names a delivery's record as a TID of the AT Protocol: 13 characters that are the same at every repeat.
 *
 * <p>53 bits of microseconds and 10 bits of clock id; the milliseconds are those of the frozen time, the rest comes from
 * the idempotency key, so that deliveries of one moment differ. Two that share both do no harm: the second is refused.
 */
final class RecordKey {
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_BITS = 10;

    private RecordKey() {}

    static String of(Post post) {
        int chosen = ByteBuffer.wrap(sha256(post.idempotencyKey())).getInt();
        long micros = post.preparedAt().toEpochMilli() * 1000 + Math.floorMod(chosen >> CLOCK_BITS, 1000);
        long bits = ((micros << CLOCK_BITS) | (chosen & ((1 << CLOCK_BITS) - 1))) & Long.MAX_VALUE;
        StringBuilder name = new StringBuilder(LENGTH);
        for (int at = LENGTH - 1; at >= 0; at--) {
            name.append(ALPHABET.charAt((int) ((bits >>> (5 * at)) & 31)));
        }
        return name.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
