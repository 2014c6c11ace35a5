package org.imprimatur.kit.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random words that nobody guesses, and their hashes. */
final class Tokens {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789A";

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    SecureRandom random() {
        return random;
    }

    /** 256 random bits in the URL alphabet of Base64. */
    String token() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 100 random bits in five groups of four, for people to type. */
    String password() {
        StringBuilder password = new StringBuilder();
        for (int at = 0; at < 20; at++) {
            if (at > 0 && at % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** SHA-256 in hex; enough for a token, which is random, and not for a password. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Takes the same time whether the first character differs or the last. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
