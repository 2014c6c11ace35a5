package org.imprimatur.ingest.media;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture in the file that somebody sent, to be drawn anew in a file of ours; for one thread. */
final class Original implements AutoCloseable {
    /** Far more than any camera or program writes; each is a pass over the whole picture. */
    private static final int MOST_SCANS = 50;

    private final byte[] bytes;
    private final MediaType type;
    private final Optional<JpegOutline> jpeg;
    private final ImageReader reader;

    /** Opens bytes that begin like this type; nothing of them is decoded yet. */
    Original(byte[] bytes, MediaType type) {
        this.bytes = bytes;
        this.type = type;
        this.jpeg = type == MediaType.JPEG ? Optional.of(JpegOutline.of(bytes)) : Optional.empty();
        this.reader = ImageIO.getImageReadersByMIMEType(type.mimeType()).next();
        // What the chunks of a PNG say beside its pixels can be of any size when it is inflated.
        reader.setInput(
                new ByteArrayImageInputStream(jpeg.map(JpegOutline::bare).orElse(bytes)), false, type == MediaType.PNG);
    }

    /** Whether a decoder gets to the end of it, without undue work. */
    boolean sound() {
        return switch (type) {
            case JPEG -> outline().whole() && outline().scans() <= MOST_SCANS;
            case WEBP -> WebpOutline.of(bytes).whole();
            case PNG, GIF -> true;
        };
    }

    /** How many pictures follow each other in it. */
    int frames() throws IOException {
        return switch (type) {
            case JPEG -> 1;
            case PNG -> PngOutline.of(bytes).animated() ? 2 : 1;
            case GIF, WEBP -> reader.getNumImages(true);
        };
    }

    /** All pixels that somebody who shows it has to keep or to draw, by what the file says. */
    long pixels() throws IOException {
        return switch (type) {
            case JPEG, PNG -> pixels(0);
            case GIF -> {
                int frames = frames();
                long pixels = 0;
                for (int frame = 0; frame < frames; frame++) {
                    pixels += pixels(frame);
                }
                yield Math.max(pixels, Film.stage(reader));
            }
            case WEBP -> Math.max(pixels(0), WebpOutline.of(bytes).pixels());
        };
    }

    private long pixels(int frame) throws IOException {
        return (long) reader.getWidth(frame) * reader.getHeight(frame);
    }

    /** Decodes all of it and writes its pixels into a new file. */
    Upload redrawn() throws IOException {
        return switch (type) {
            case JPEG -> jpeg(Turn.upright(reader.read(0), outline().orientation()), JpegManner.of(reader));
            case PNG -> png(inItsColours(reader.read(0)));
            case GIF -> written(MediaType.GIF, (writer, output) -> Film.copy(reader, writer, output));
            case WEBP -> webp(reader.read(0), WebpOutline.of(bytes));
        };
    }

    /** Most platforms take no WebP, and nothing here writes one. */
    private static Upload webp(BufferedImage picture, WebpOutline outline) throws IOException {
        BufferedImage upright = Turn.upright(picture, outline.orientation());
        return outline.lossless() || Colours.seeThrough(upright) ? png(upright) : jpeg(upright, JpegManner.FINE);
    }

    private JpegOutline outline() {
        return jpeg.orElseThrow();
    }

    private BufferedImage inItsColours(BufferedImage picture) throws IOException {
        Optional<byte[]> profile = PngOutline.of(bytes).profile();
        return profile.isPresent() ? Colours.inSrgb(picture, profile.get()) : picture;
    }

    private static Upload jpeg(BufferedImage picture, JpegManner manner) throws IOException {
        BufferedImage fit = Colours.forJpeg(picture);
        return written(MediaType.JPEG, (writer, output) -> manner.write(fit, writer, output));
    }

    private static Upload png(BufferedImage picture) throws IOException {
        return written(MediaType.PNG, (writer, output) -> {
            ImageWriteParam param = writer.getDefaultWriteParam();
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
        });
    }

    private interface Pen {
        void write(ImageWriter writer, ImageOutputStream output) throws IOException;
    }

    private static Upload written(MediaType type, Pen pen) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mimeType()).next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            pen.write(writer, output);
        } finally {
            writer.dispose();
        }
        return new Upload(bytes.toByteArray(), type);
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
