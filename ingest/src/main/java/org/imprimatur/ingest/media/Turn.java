package org.imprimatur.ingest.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Set;

/** Turns a picture as its camera was held, by the numbers of {@link ExifOrientation}. */
final class Turn {
    private static final Set<Integer> MIRRORED = Set.of(2, 3, 7, 8);
    private static final Set<Integer> UPSIDE_DOWN = Set.of(3, 4, 6, 7);
    private static final Set<Integer> LYING = Set.of(5, 6, 7, 8);

    private Turn() {}

    /**
     * The picture as it is meant to be seen.
     *
     * @param orientation 1 to 8
     */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return picture;
        }
        Raster lines = picture.getRaster();
        int width = lines.getWidth();
        int height = lines.getHeight();
        boolean lying = LYING.contains(orientation);
        WritableRaster upright = lines.createCompatibleWritableRaster(lying ? height : width, lying ? width : height);
        int[] line = new int[width * lines.getNumBands()];
        for (int y = 0; y < height; y++) {
            lines.getPixels(0, y, width, 1, line);
            if (MIRRORED.contains(orientation)) {
                mirror(line, lines.getNumBands());
            }
            int to = UPSIDE_DOWN.contains(orientation) ? height - 1 - y : y;
            if (lying) {
                upright.setPixels(to, 0, 1, width, line);
            } else {
                upright.setPixels(0, to, width, 1, line);
            }
        }
        return new BufferedImage(picture.getColorModel(), upright, picture.isAlphaPremultiplied(), null);
    }

    private static void mirror(int[] line, int samples) {
        for (int left = 0, right = line.length - samples; left < right; left += samples, right -= samples) {
            for (int sample = 0; sample < samples; sample++) {
                int kept = line[left + sample];
                line[left + sample] = line[right + sample];
                line[right + sample] = kept;
            }
        }
    }
}
