package org.imprimatur.ingest.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/**
 * How finely a JPEG is written. One that was a JPEG before is written as finely as it was: it loses next to nothing, and
 * is about as large.
 *
 * @param light steps of the brightness
 * @param colour steps of the colours
 * @param across pixels that share a colour, side by side: 1 or 2
 * @param down pixels that share a colour, one above the other: 1 or 2
 */
record JpegManner(JPEGQTable light, JPEGQTable colour, int across, int down) {
    private static final String NATIVE = "javax_imageio_jpeg_image_1.0";
    private static final int THREE_COLOURS = 3;
    private static final int FINEST = 1;
    private static final int COARSEST = 255;

    /** What is called quality 92: no difference that one sees. */
    static final JpegManner FINE = new JpegManner(
            JPEGQTable.K1Luminance.getScaledInstance(0.16f, true),
            JPEGQTable.K2Chrominance.getScaledInstance(0.16f, true),
            2,
            2);

    /** The manner of the JPEG that is read, or {@link #FINE} where it does not fit a picture of three colours. */
    static JpegManner of(ImageReader reader) {
        try {
            return said(reader);
        } catch (IOException contradictory) {
            return FINE;
        }
    }

    private static JpegManner said(ImageReader reader) throws IOException {
        IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(NATIVE);
        Map<String, JPEGQTable> tables = new HashMap<>();
        NodeList found = tree.getElementsByTagName("dqtable");
        for (int at = 0; at < found.getLength(); at++) {
            IIOMetadataNode table = (IIOMetadataNode) found.item(at);
            if (table.getUserObject() instanceof JPEGQTable steps) {
                tables.put(table.getAttribute("qtableId"), usable(steps));
            }
        }
        NodeList components = tree.getElementsByTagName("componentSpec");
        if (components.getLength() != 1 && components.getLength() != THREE_COLOURS) {
            return FINE;
        }
        IIOMetadataNode light = (IIOMetadataNode) components.item(0);
        IIOMetadataNode colour = (IIOMetadataNode) components.item(components.getLength() - 1);
        return new JpegManner(
                tables.getOrDefault(light.getAttribute("QtableSelector"), FINE.light),
                tables.getOrDefault(colour.getAttribute("QtableSelector"), FINE.colour),
                shared(light, colour, "HsamplingFactor"),
                shared(light, colour, "VsamplingFactor"));
    }

    /** A step of nothing would be a division by it. */
    private static JPEGQTable usable(JPEGQTable steps) {
        return new JPEGQTable(Arrays.stream(steps.getTable())
                .map(step -> Math.max(FINEST, Math.min(COARSEST, step)))
                .toArray());
    }

    private static int shared(IIOMetadataNode light, IIOMetadataNode colour, String direction) {
        return light.getAttribute(direction).equals(colour.getAttribute(direction)) ? 1 : 2;
    }

    /** Writes the picture, which is grey or of three colours with eight bits each, and nothing else. */
    void write(BufferedImage picture, ImageWriter writer, ImageOutputStream output) throws IOException {
        JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
        param.setOptimizeHuffmanTables(true);
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), param);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(NATIVE);
        NodeList tables = tree.getElementsByTagName("dqtable");
        for (int at = 0; at < tables.getLength(); at++) {
            ((IIOMetadataNode) tables.item(at)).setUserObject(at == 0 ? light : colour);
        }
        if (tree.getElementsByTagName("componentSpec").getLength() == THREE_COLOURS) {
            IIOMetadataNode first =
                    (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
            first.setAttribute("HsamplingFactor", String.valueOf(across));
            first.setAttribute("VsamplingFactor", String.valueOf(down));
        }
        metadata.setFromTree(NATIVE, tree);
        writer.setOutput(output);
        writer.write(null, new IIOImage(picture, null, metadata), param);
    }
}
