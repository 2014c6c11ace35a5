package org.imprimatur.publisher.connectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a picture say of it.
 *
 * @param mediaType found in the bytes, not claimed
 * @param width in pixels
 * @param height in pixels
 */
record PictureHead(String mediaType, int width, int height) {
    private static final int LONGEST_HEAD = 30;
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int RIFF = 0x52494646;

    /** Empty when the bytes begin like no JPEG, PNG, GIF or WebP, or end within their head. */
    static Optional<PictureHead> of(byte[] bytes) {
        if (bytes.length < LONGEST_HEAD) {
            return Optional.empty();
        }
        ByteBuffer big = ByteBuffer.wrap(bytes);
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Optional<PictureHead> head = Optional.empty();
        if (big.getLong(0) == PNG) {
            head = Optional.of(new PictureHead("image/png", big.getInt(16), big.getInt(20)));
        } else if (text(bytes, 0, 4).equals("GIF8")) {
            head = Optional.of(new PictureHead("image/gif", little.getChar(6), little.getChar(8)));
        } else if (big.getInt(0) == RIFF && text(bytes, 8, 4).equals("WEBP")) {
            head = webp(text(bytes, 12, 4), little);
        } else if (big.getChar(0) == 0xFFD8) {
            head = jpeg(big);
        }
        return head.filter(found -> found.width() > 0 && found.height() > 0);
    }

    private static Optional<PictureHead> webp(String chunk, ByteBuffer little) {
        return switch (chunk) {
            case "VP8X" ->
                Optional.of(new PictureHead(
                        "image/webp", 1 + (little.getInt(24) & 0xFFFFFF), 1 + ((little.getInt(26) >>> 8) & 0xFFFFFF)));
            case "VP8L" ->
                Optional.of(new PictureHead(
                        "image/webp", 1 + (little.getInt(21) & 0x3FFF), 1 + ((little.getInt(21) >>> 14) & 0x3FFF)));
            case "VP8 " ->
                Optional.of(new PictureHead("image/webp", little.getChar(26) & 0x3FFF, little.getChar(28) & 0x3FFF));
            default -> Optional.empty();
        };
    }

    /** Walks the segments to the one that starts the frame. */
    private static Optional<PictureHead> jpeg(ByteBuffer big) {
        int at = 2;
        while (at + 9 <= big.limit() && (big.get(at) & 0xFF) == 0xFF) {
            int marker = big.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                return Optional.of(new PictureHead("image/jpeg", big.getChar(at + 7), big.getChar(at + 5)));
            } else {
                at += 2 + big.getChar(at + 2);
            }
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15, without the tables and the restart that share their numbers. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }
}
