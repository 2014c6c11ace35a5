package org.imprimatur.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a sequence of fields, each with its length, so that no two sequences look alike.
 *
 * <p>The bytes, for whoever verifies offline: a text is its UTF-8 length as 4 big-endian bytes and then its UTF-8; an
 * absent value is the length -1; a number is 8 big-endian bytes; a collection is its size as 4 bytes and then its
 * elements; a map is the same, sorted by key, each key before its value; an instant is its milliseconds since 1970.
 */
final class Fingerprint {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /**
     * Begins a fingerprint.
     *
     * @param form what is hashed and by which version of the rule, so that two kinds never collide
     */
    static Fingerprint of(String form) {
        try {
            return new Fingerprint(MessageDigest.getInstance("SHA-256")).text(form);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }

    Fingerprint text(@Nullable String value) {
        if (value == null) {
            return length(ABSENT);
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
        return this;
    }

    Fingerprint number(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    Fingerprint instant(@Nullable Instant value) {
        return value == null ? length(ABSENT) : length(Long.BYTES).number(value.toEpochMilli());
    }

    Fingerprint texts(Collection<String> values) {
        length(values.size());
        values.forEach(this::text);
        return this;
    }

    Fingerprint texts(Map<String, String> values) {
        length(values.size());
        new TreeMap<>(values).forEach((key, value) -> text(key).text(value));
        return this;
    }

    Fingerprint length(int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    /** 64 lower-case hexadecimal digits; the fingerprint cannot go on after it. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
