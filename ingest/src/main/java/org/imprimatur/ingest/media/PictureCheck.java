package org.imprimatur.ingest.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Tells whether bytes are a picture that may be stored: known by its first bytes, within the bounds, and decodable.
 *
 * <p>JPEG, PNG and GIF are decoded in full, frame by frame, after their size was read from the header. For WebP, which
 * the JDK can't decode, only the container's length is compared; who shows it to people must decode it.
 *
 * @param mostBytes largest file, in bytes
 * @param mostPixels most pixels of all frames together, against small files that decode to huge pictures
 */
public record PictureCheck(int mostBytes, long mostPixels) {
    private static final int RIFF_HEADER = 8;
    private static final int STRIDE = 16;

    public PictureCheck {
        if (mostBytes < 1 || mostPixels < 1) {
            throw new IllegalArgumentException("the bounds of pictures are positive");
        }
    }

    /** What came of a check. */
    public sealed interface Outcome {
        /** Continues with the one that it is. */
        <T> T fold(Function<Passed, T> passed, Function<Refused, T> refused);
    }

    /** It may be stored. */
    public record Passed(Upload upload) implements Outcome {
        @Override
        public <T> T fold(Function<Passed, T> passed, Function<Refused, T> refused) {
            return passed.apply(this);
        }
    }

    /**
     * It may not.
     *
     * @param status what HTTP calls it: 413 too large, 415 not a known type, 422 broken
     * @param detail one sentence that the sender can act on
     */
    public record Refused(int status, String detail) implements Outcome {
        @Override
        public <T> T fold(Function<Passed, T> passed, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    public Outcome examine(byte[] bytes) {
        if (bytes.length > mostBytes) {
            return new Refused(413, "Send a picture of at most %d bytes.".formatted(mostBytes));
        }
        Optional<MediaType> type = MediaType.of(bytes);
        if (type.isEmpty()) {
            return new Refused(415, "Send a JPEG, PNG, GIF or WebP picture; these bytes begin like none of them.");
        }
        Optional<Refused> refusal = type.get() == MediaType.WEBP ? webp(bytes) : decode(bytes, type.get());
        return refusal.<Outcome>map(refused -> refused).orElseGet(() -> new Passed(new Upload(bytes, type.get())));
    }

    private Optional<Refused> webp(byte[] bytes) {
        long said = (bytes[4] & 0xFFL) | (bytes[5] & 0xFFL) << 8 | (bytes[6] & 0xFFL) << 16 | (bytes[7] & 0xFFL) << 24;
        return said + RIFF_HEADER == bytes.length ? Optional.empty() : broken();
    }

    private Optional<Refused> decode(byte[] bytes, MediaType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mimeType());
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input);
            long pixels = 0;
            int frames = reader.getNumImages(true);
            for (int frame = 0; frame < frames; frame++) {
                pixels += (long) reader.getWidth(frame) * reader.getHeight(frame);
                if (pixels > mostPixels) {
                    return Optional.of(new Refused(
                            413, "Send a picture of at most %d pixels, all frames together.".formatted(mostPixels)));
                }
                reader.read(frame, thumbnail(reader));
            }
            return frames == 0 ? broken() : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The JDK's decoders answer broken bytes with either.
            return broken();
        } finally {
            reader.dispose();
        }
    }

    /** Reads every pixel and keeps one of 256, so that a decode needs little memory. */
    private static ImageReadParam thumbnail(ImageReader reader) {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(STRIDE, STRIDE, 0, 0);
        return param;
    }

    private static Optional<Refused> broken() {
        return Optional.of(new Refused(422, "This picture can't be decoded; export it again and send the new file."));
    }
}
