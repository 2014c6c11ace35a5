package org.imprimatur.ingest.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small invented pictures, and what people hide in them. */
public final class Pictures {
    /** Stands in the camera's description, and in all that is hidden. */
    public static final String CANARY = "Taken at Wren Lane 7";

    /** One pixel each. */
    static final byte[] LOSSY_WEBP = bytes("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    static final byte[] LOSSLESS_WEBP = bytes("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    /** An animation of one frame, which stands still. */
    private static final byte[] WEBP_FILM =
            bytes("UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAA"
                    + "AAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA");

    private static final int FIRST_FRAME = 44;

    private Pictures() {}

    /** Black, one bit a dot, so that a huge one does not take the test's own memory. */
    public static byte[] png(int width, int height) {
        return encoded("png", new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY));
    }

    static byte[] encoded(String format, int width, int height) {
        return encoded(format, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** Of two frames. */
    static byte[] movingWebp() {
        byte[] film = joined(WEBP_FILM, Arrays.copyOfRange(WEBP_FILM, FIRST_FRAME, WEBP_FILM.length));
        film[4] = (byte) (film.length - 8);
        return film;
    }

    /** Red at the top left, blue at the top right, white below, so that every turn looks another way. */
    public static BufferedImage corners(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height / 2);
        pen.dispose();
        return picture;
    }

    /** Soft as a photo is. */
    static BufferedImage dusk(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(40, 60, 140), width, height, new Color(240, 150, 60)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    public static byte[] encoded(String format, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a telephone writes it: how it was held, a description, and where it was. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] description = (CANARY + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 3 * 12 + 4 + description.length + 2 + 2 * 12 + 4 + 24);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        int words = 8 + 2 + 3 * 12 + 4;
        int place = words + description.length;
        tiff.putShort((short) 3);
        entry(tiff, 0x010E, 2, description.length, words);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, place);
        tiff.putInt(0).put(description);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, place + 2 + 2 * 12 + 4);
        tiff.putInt(0);
        for (int part : new int[] {45, 1, 31, 1, 7, 1}) {
            tiff.putInt(part);
        }
        return withSegment(jpeg, 0xE1, tiff.array());
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The JPEG with one more segment, right behind its first marker. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)
                });
        bytes.writeBytes(content);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** The PNG with one more chunk, right behind its header. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 check = new CRC32();
        check.update(named);
        int behindHeader = 8 + 12 + 13;
        return joined(
                Arrays.copyOf(png, behindHeader),
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array(),
                Arrays.copyOfRange(png, behindHeader, png.length));
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
