package org.imprimatur.ingest.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small invented animations. */
public final class Films {
    private static final String IMAGE = "javax_imageio_gif_image_1.0";

    private Films() {}

    /** So many frames of 20 by 10, each of 7 hundredths, for ever, with a comment and a program's own data. */
    public static byte[] gif(int frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < frames; frame++) {
                BufferedImage picture = frame(frame);
                IIOMetadata about =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
                about.setFromTree(IMAGE, about(frame == 0));
                writer.writeToSequence(new IIOImage(picture, null, about), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage frame(int number) {
        BufferedImage picture = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(number % 20, 0, 1, 10);
        pen.dispose();
        return picture;
    }

    private static IIOMetadataNode about(boolean first) {
        IIOMetadataNode tree = new IIOMetadataNode(IMAGE);
        IIOMetadataNode place = child(tree, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", "0");
        place.setAttribute("imageTopPosition", "0");
        place.setAttribute("imageWidth", "20");
        place.setAttribute("imageHeight", "10");
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode time = child(tree, "GraphicControlExtension");
        time.setAttribute("disposalMethod", "none");
        time.setAttribute("userInputFlag", "FALSE");
        time.setAttribute("transparentColorFlag", "FALSE");
        time.setAttribute("delayTime", "7");
        time.setAttribute("transparentColorIndex", "0");
        if (first) {
            IIOMetadataNode programs = child(tree, "ApplicationExtensions");
            program(programs, "NETSCAPE", "2.0", new byte[] {1, 0, 0});
            program(programs, "XMP Data", "XMP", Pictures.CANARY.getBytes(StandardCharsets.US_ASCII));
        }
        child(child(tree, "CommentExtensions"), "CommentExtension").setAttribute("value", Pictures.CANARY);
        return tree;
    }

    private static void program(IIOMetadataNode programs, String id, String code, byte[] data) {
        IIOMetadataNode program = child(programs, "ApplicationExtension");
        program.setAttribute("applicationID", id);
        program.setAttribute("authenticationCode", code);
        program.setUserObject(data);
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        IIOMetadataNode child = new IIOMetadataNode(name);
        parent.appendChild(child);
        return child;
    }
}
