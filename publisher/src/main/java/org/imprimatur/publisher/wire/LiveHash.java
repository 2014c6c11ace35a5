package org.imprimatur.publisher.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One number for what the public sees, so that what was read back can be compared later. */
public final class LiveHash {
    private LiveHash() {}

    /**
     * 64 lower-case hexadecimal digits of SHA-256 over the text and then each of the media, each as the length of its
     * UTF-8 in 4 big-endian bytes and then its UTF-8.
     *
     * @param media each picture's SHA-256 where the platform gives its bytes, else its address there
     */
    public static String of(String text, List<String> media) {
        MessageDigest digest = sha256();
        add(digest, text);
        media.forEach(picture -> add(digest, picture));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
