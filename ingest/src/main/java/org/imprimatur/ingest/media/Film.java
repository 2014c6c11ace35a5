package org.imprimatur.ingest.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes the frames of a GIF anew: their pixels and colours, their places and times, and how often they run. Comments,
 * texts and what programs keep in a GIF besides are left behind.
 */
final class Film {
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    private static final String SCREEN = "LogicalScreenDescriptor";
    private static final String PROGRAMS = "ApplicationExtensions";
    private static final Set<String> OF_THE_STREAM = Set.of("Version", SCREEN, "GlobalColorTable");
    private static final Set<String> OF_A_FRAME =
            Set.of("ImageDescriptor", "LocalColorTable", "GraphicControlExtension", PROGRAMS);
    /** A one and the number of runs in two bytes. */
    private static final int LOOP = 3;

    private final ImageReader from;
    private final ImageWriter to;

    private Film(ImageReader from, ImageWriter to) {
        this.from = from;
        this.to = to;
    }

    /** Writes the frames that one has read with the other. */
    static void copy(ImageReader from, ImageWriter to, ImageOutputStream output) throws IOException {
        to.setOutput(output);
        new Film(from, to).copy();
    }

    /** How many pixels the stage has on which the frames lie. */
    static long stage(ImageReader from) throws IOException {
        IIOMetadataNode tree = (IIOMetadataNode) from.getStreamMetadata().getAsTree(STREAM);
        IIOMetadataNode screen =
                (IIOMetadataNode) tree.getElementsByTagName(SCREEN).item(0);
        return Long.parseLong(screen.getAttribute("logicalScreenWidth"))
                * Long.parseLong(screen.getAttribute("logicalScreenHeight"));
    }

    private void copy() throws IOException {
        IIOMetadata stream = to.getDefaultStreamMetadata(null);
        stream.setFromTree(STREAM, only(from.getStreamMetadata(), STREAM, OF_THE_STREAM));
        to.prepareWriteSequence(stream);
        int frames = from.getNumImages(true);
        for (int frame = 0; frame < frames; frame++) {
            to.writeToSequence(frame(frame), null);
        }
        to.endWriteSequence();
    }

    private IIOImage frame(int number) throws IOException {
        BufferedImage pixels = from.read(number);
        IIOMetadata about = to.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels), null);
        IIOMetadataNode tree = only(from.getImageMetadata(number), IMAGE, OF_A_FRAME);
        loopOnly(tree, number == 0);
        about.setFromTree(IMAGE, tree);
        return new IIOImage(pixels, null, about);
    }

    private static IIOMetadataNode only(IIOMetadata metadata, String format, Set<String> wanted) {
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(format);
        children(tree).stream()
                .filter(child -> !wanted.contains(child.getNodeName()))
                .forEach(tree::removeChild);
        return tree;
    }

    /** Browsers agree on one extension by a program: Netscape's, which says how often the film runs. */
    private static void loopOnly(IIOMetadataNode tree, boolean first) {
        for (Node programs : list(tree.getElementsByTagName(PROGRAMS))) {
            List<Node> loops = children(programs).stream()
                    .filter(program -> first && isLoop((IIOMetadataNode) program))
                    .limit(1)
                    .toList();
            children(programs).forEach(programs::removeChild);
            loops.forEach(programs::appendChild);
            if (loops.isEmpty()) {
                tree.removeChild(programs);
            }
        }
    }

    private static boolean isLoop(IIOMetadataNode program) {
        return program.getAttribute("applicationID").equals("NETSCAPE")
                && program.getUserObject() instanceof byte[] data
                && data.length == LOOP;
    }

    private static List<Node> children(Node node) {
        return list(node.getChildNodes());
    }

    private static List<Node> list(NodeList nodes) {
        List<Node> list = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            list.add(nodes.item(at));
        }
        return list;
    }
}
