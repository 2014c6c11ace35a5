package org.imprimatur.publisher.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.imprimatur.publisher.delivery.DeliveryId;

/**
 * Names a delivery to the platforms, so that they can tell a repeat.
 *
 * <p>The platform is part of what is hashed: a delivery that was let through for one platform can't be sent to another
 * because somebody changed the account in between.
 */
public final class IdempotencyKeys {
    private IdempotencyKeys() {}

    /** 64 lower-case hexadecimal digits of SHA-256; the same for the same delivery and platform, for ever. */
    public static String of(DeliveryId id, String platform) {
        String named = "imprimatur.delivery.1\n" + platform + "\n" + id.text();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
