package org.imprimatur.ingest.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the chunks of a WebP say before it is decoded (RFC 9649).
 *
 * @param whole whether all is there that it announces, a picture among it
 * @param lossless whether it was written without loss
 * @param pixels width by height, the largest that is said anywhere in it: decoders go by several
 * @param orientation how the camera was held, as {@link ExifOrientation} numbers it
 */
record WebpOutline(boolean whole, boolean lossless, long pixels, int orientation) {
    private static final int HEADER = 12;
    private static final int CHUNK = 8;
    private static final int FOURTEEN_BITS = 0x3FFF;

    static WebpOutline of(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long end = Math.min(bytes.length, CHUNK + Integer.toUnsignedLong(file.getInt(4)));
        boolean whole = end == CHUNK + Integer.toUnsignedLong(file.getInt(4));
        boolean found = false;
        boolean lossless = false;
        long pixels = 0;
        int orientation = ExifOrientation.UPRIGHT;
        long at = HEADER;
        while (at + CHUNK <= end) {
            String name = new String(bytes, (int) at, 4, StandardCharsets.US_ASCII);
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            int body = (int) at + CHUNK;
            at = body + length + (length & 1);
            if (body + length > end) {
                whole = false;
            } else if (name.equals("VP8 ") && length >= 10) {
                found = true;
                pixels = Math.max(
                        pixels,
                        (long) (file.getShort(body + 6) & FOURTEEN_BITS) * (file.getShort(body + 8) & FOURTEEN_BITS));
            } else if (name.equals("VP8L") && length >= 5) {
                found = true;
                lossless = true;
                int size = file.getInt(body + 1);
                pixels = Math.max(pixels, (long) ((size & FOURTEEN_BITS) + 1) * ((size >>> 14 & FOURTEEN_BITS) + 1));
            } else if (name.equals("ANMF")) {
                found = true;
            } else if (name.equals("EXIF")) {
                orientation = ExifOrientation.of(file.slice(body, (int) length));
            }
        }
        return new WebpOutline(whole && found, lossless, pixels, orientation);
    }
}
