package org.imprimatur.publisher.connectors;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.imprimatur.publisher.delivery.Post;

/** Small real pictures and where they are kept. */
public final class TestPictures {
    private final Map<String, byte[]> kept = new HashMap<>();

    /** Finds those that were made here, and no others. */
    public MediaBytes bytes() {
        return media -> Optional.ofNullable(kept.get(media.hash()));
    }

    /** A picture of 8 by 6 pixels; another one for each seed. */
    public Post.Media png(int seed, String altText) {
        return kept("image/png", drawn("png", seed), altText);
    }

    public Post.Media jpeg(int seed, String altText) {
        return kept("image/jpeg", drawn("jpg", seed), altText);
    }

    /** Keeps bytes as what they may not be. */
    public Post.Media kept(String mediaType, byte[] bytes, String altText) {
        String hash = sha256(bytes);
        kept.put(hash, bytes);
        return new Post.Media(hash, mediaType, altText);
    }

    public List<Post.Media> four() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(seed -> png(seed, "a nurse at work, picture " + seed))
                .toList();
    }

    /** Other bytes under the hash of the picture. */
    public void spoil(Post.Media media) {
        kept.put(media.hash(), drawn("png", 99));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }

    static byte[] drawn(String format, int seed) {
        BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0x204060 * seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
