package org.imprimatur.ingest.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the markers of a JPEG say before it is decoded (ITU-T T.81, annex B). */
final class JpegOutline {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int CAMERA = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF = ascii("Exif\0\0");
    private static final byte[] ICC = ascii("ICC_PROFILE\0");
    private static final byte[] JFIF = ascii("JFIF\0");
    private static final byte[] START = {(byte) 0xFF, (byte) 0xD8};

    /** Colours of brightness and two differences, and dots of no size. */
    private static final byte[] BARE_JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean whole;
    private boolean usualColours;
    private int scans;
    private int orientation = ExifOrientation.UPRIGHT;

    private JpegOutline(byte[] bytes) {
        this.bytes = bytes;
    }

    static JpegOutline of(byte[] bytes) {
        JpegOutline outline = new JpegOutline(bytes);
        outline.walk();
        return outline;
    }

    /** Whether it ends where a JPEG ends; decoders fill up what is missing with grey. */
    boolean whole() {
        return whole;
    }

    /** How often a decoder has to go over the picture. */
    int scans() {
        return scans;
    }

    /** How the camera was held, as {@link ExifOrientation} numbers it. */
    int orientation() {
        return orientation;
    }

    /** What a decoder needs of it; decoders stumble over the rest. */
    byte[] bare() {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        bare.writeBytes(START);
        if (usualColours) {
            bare.writeBytes(BARE_JFIF);
        }
        bare.writeBytes(kept.toByteArray());
        return bare.toByteArray();
    }

    private void walk() {
        int at = 2;
        while (at + 1 < bytes.length && !whole) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at] != (byte) 0xFF || marker == 0xFF) {
                int next = nextMarker(at + 1);
                keep(scans > 0, at, next);
                at = next;
            } else if (marker == END || isAlone(marker)) {
                keep(scans > 0, at, at + 2);
                whole = marker == END;
                at += 2;
            } else {
                int next = Math.min(bytes.length, at + 2 + length(at + 2));
                segment(marker, at, next);
                at = next;
            }
        }
    }

    private int nextMarker(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != (byte) 0xFF) {
            at++;
        }
        return at;
    }

    private void segment(int marker, int from, int to) {
        scans += marker == SCAN ? 1 : 0;
        boolean exif = marker == CAMERA && begins(from + 4, to, EXIF);
        if (exif) {
            int tiff = from + 4 + EXIF.length;
            orientation =
                    ExifOrientation.of(ByteBuffer.wrap(bytes, tiff, to - tiff).slice());
        }
        usualColours |= exif || begins(from + 4, to, JFIF);
        boolean apart = marker == COMMENT || (marker >= 0xE0 && marker <= 0xEF);
        keep(!apart || marker == ADOBE || (marker == PROFILE && begins(from + 4, to, ICC)), from, to);
    }

    private void keep(boolean wanted, int from, int to) {
        if (wanted) {
            kept.write(bytes, from, to - from);
        }
    }

    /** A stuffed zero, TEM and the restarts within a scan have no length behind them. */
    private static boolean isAlone(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private int length(int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF) : 0;
    }

    private boolean begins(int from, int to, byte[] with) {
        int end = from + with.length;
        return end <= to && Arrays.equals(bytes, from, end, with, 0, with.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
