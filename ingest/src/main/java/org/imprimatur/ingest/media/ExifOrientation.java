package org.imprimatur.ingest.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, the one thing that is read in its data (Exif 2.32, 4.6.4 A, tag Orientation). */
final class ExifOrientation {
    /** Upright, which is also meant where nothing is said. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final short INTEL = 0x4949;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /**
     * The number 1 to 8; 1 where none is said, or nothing that can be read.
     *
     * @param tiff begins with the order of its bytes
     */
    static int of(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == INTEL ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY; entry += ENTRY) {
                if (tiff.getShort(entry) == TAG) {
                    int said = tiff.getShort(entry + 8);
                    return said >= 1 && said <= 8 ? said : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException | BufferUnderflowException unreadable) {
            return UPRIGHT;
        }
    }
}
