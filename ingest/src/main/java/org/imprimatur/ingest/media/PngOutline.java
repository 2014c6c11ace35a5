package org.imprimatur.ingest.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * What the chunks of a PNG say before its first pixel (W3C PNG, third edition, 11.3).
 *
 * @param animated whether it is an animation, of which decoders read the first frame only
 * @param profile the colours that it is meant in, as an ICC profile; empty for sRGB
 */
record PngOutline(boolean animated, Optional<byte[]> profile) {
    private static final int SIGNATURE = 8;
    private static final int LENGTH_NAME_AND_CHECK = 12;
    private static final int MOST_PROFILE_BYTES = 4 * 1024 * 1024;

    static PngOutline of(byte[] bytes) throws IOException {
        boolean animated = false;
        Optional<byte[]> profile = Optional.empty();
        ByteBuffer chunks = ByteBuffer.wrap(bytes);
        int at = SIGNATURE;
        while (at >= SIGNATURE && at + LENGTH_NAME_AND_CHECK <= bytes.length) {
            int length = chunks.getInt(at);
            String name = new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
            if (length < 0 || length > bytes.length - at - LENGTH_NAME_AND_CHECK || name.equals("IDAT")) {
                break;
            }
            animated = animated || name.equals("acTL");
            if (name.equals("iCCP")) {
                profile = Optional.of(inflated(bytes, at + 8, length));
            }
            at += LENGTH_NAME_AND_CHECK + length;
        }
        return new PngOutline(animated, profile);
    }

    /** A name that ends with a zero, the number of the method, and the profile, deflated. */
    private static byte[] inflated(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < from + length && bytes[at] != 0) {
            at++;
        }
        int behind = Math.min(at + 2, from + length);
        try (InputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(bytes, behind, from + length - behind))) {
            return profile.readNBytes(MOST_PROFILE_BYTES);
        }
    }
}
