package org.imprimatur.ingest.media;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Takes the picture out of a file that somebody sent, or says why there is none: known by its first bytes, within the
 * bounds, decoded in full and drawn anew. What passes holds pixels and nothing else: no position, camera, comment, preview
 * or anything hidden behind it, and nothing that a decoder other than ours has not read.
 *
 * <p>The same bytes always give the same picture, on one version of Java. Safe for several threads: those at work at a time
 * have no more pixels together than one picture may have.
 */
public final class PictureCheck {
    private static final int MOST_FRAMES = 1_000;
    private static final int PIXELS_OF_A_SHARE = 1_000;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final int mostBytes;
    private final long mostPixels;
    private final Semaphore shares;

    /**
     * @param mostBytes largest file, in bytes
     * @param mostPixels most pixels of all frames together, against small files that decode to huge pictures
     */
    public PictureCheck(int mostBytes, long mostPixels) {
        if (mostBytes < 1 || mostPixels < 1) {
            throw new IllegalArgumentException("the bounds of pictures are positive");
        }
        this.mostBytes = mostBytes;
        this.mostPixels = mostPixels;
        this.shares = new Semaphore(shares(mostPixels), true);
    }

    /** Largest file, in bytes. */
    public int mostBytes() {
        return mostBytes;
    }

    /** What came of a check. */
    public sealed interface Outcome {
        /** Continues with the one that it is. */
        <T> T fold(Function<Passed, T> passed, Function<Refused, T> refused);
    }

    /** It may be stored, as it was drawn anew. */
    public record Passed(Upload upload) implements Outcome {
        @Override
        public <T> T fold(Function<Passed, T> passed, Function<Refused, T> refused) {
            return passed.apply(this);
        }
    }

    /**
     * It may not.
     *
     * @param status what HTTP calls it: 413 too large, 415 not a known type, 422 broken, 503 not now
     * @param detail one sentence that the sender can act on
     */
    public record Refused(int status, String detail) implements Outcome {
        @Override
        public <T> T fold(Function<Passed, T> passed, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Draws the picture anew, or says why not; waits while others are at work. */
    public Outcome examine(byte[] bytes) {
        if (bytes.length > mostBytes) {
            return new Refused(413, "Send a picture of at most %d bytes.".formatted(mostBytes));
        }
        Optional<MediaType> type = MediaType.of(bytes);
        if (type.isEmpty()) {
            return new Refused(415, "Send a JPEG, PNG, GIF or WebP picture; these bytes begin like none of them.");
        }
        try (Original original = new Original(bytes, type.get())) {
            return examine(original, type.get());
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken bytes with either.
            return broken();
        }
    }

    private Outcome examine(Original original, MediaType type) throws IOException {
        if (!original.sound()) {
            return broken();
        }
        int frames = original.frames();
        if (frames == 0) {
            return broken();
        }
        if (frames > 1 && type != MediaType.GIF) {
            return new Refused(415, "This is an animation; send it as a GIF, or send a still picture.");
        }
        if (frames > MOST_FRAMES) {
            return new Refused(413, "Send an animation of at most %d frames.".formatted(MOST_FRAMES));
        }
        long pixels = original.pixels();
        if (pixels > mostPixels) {
            return new Refused(413, "Send a picture of at most %d pixels, all frames together.".formatted(mostPixels));
        }
        return inTurn(original, shares(pixels));
    }

    private Outcome inTurn(Original original, int share) throws IOException {
        try {
            if (!shares.tryAcquire(share, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new Refused(503, "Many pictures are coming in; send this one again in a minute.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Refused(503, "The service is stopping; send this picture again in a minute.");
        }
        try {
            Upload upload = original.redrawn();
            return upload.size() <= mostBytes
                    ? new Passed(upload)
                    : new Refused(
                            413,
                            "Drawn anew, this picture has more than %d bytes; make it smaller.".formatted(mostBytes));
        } finally {
            shares.release(share);
        }
    }

    private static int shares(long pixels) {
        return Math.toIntExact(pixels / PIXELS_OF_A_SHARE + 1);
    }

    private static Refused broken() {
        return new Refused(422, "This picture can't be decoded; export it again as JPEG or PNG, in RGB, and send that.");
    }
}
