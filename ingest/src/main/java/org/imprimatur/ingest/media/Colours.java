package org.imprimatur.ingest.media;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Brings pictures into sRGB, which is what a picture without a profile is taken for, so that they look the same. */
final class Colours {
    private static final int RED_GREEN_BLUE = 3;
    private static final int OPAQUE = 0xFF;
    private static final int[] WITHOUT_ALPHA = {0, 1, 2};
    private static final Color NOTHING = new Color(0, 0, 0, 0);

    private Colours() {}

    /** The picture in sRGB; as it is where the profile is none, is sRGB, or is not about red, green and blue. */
    static BufferedImage inSrgb(BufferedImage picture, byte[] profile) {
        try {
            ICC_Profile meant = ColorProfiles.createProfile(profile);
            if (meant.getNumComponents() != RED_GREEN_BLUE
                    || picture.getColorModel().getNumColorComponents() != RED_GREEN_BLUE
                    || ColorProfiles.isCS_sRGB(meant)) {
                return picture;
            }
            ICC_Profile srgb = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_sRGB)).getProfile();
            boolean alpha = picture.getColorModel().hasAlpha();
            BufferedImage copy = drawn(
                    picture,
                    alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR,
                    alpha ? NOTHING : Color.WHITE);
            WritableRaster colours =
                    copy.getRaster().createWritableChild(0, 0, copy.getWidth(), copy.getHeight(), 0, 0, WITHOUT_ALPHA);
            new ColorConvertOp(new ICC_Profile[] {meant, srgb}, null).filter(colours, colours);
            return copy;
        } catch (IllegalArgumentException | CMMException noProfile) {
            return picture;
        }
    }

    /** The picture as a JPEG can hold it: of eight bits, grey or of three colours, on white where it is transparent. */
    static BufferedImage forJpeg(BufferedImage picture) {
        boolean fits =
                picture.getType() == BufferedImage.TYPE_3BYTE_BGR || picture.getType() == BufferedImage.TYPE_BYTE_GRAY;
        return fits ? picture : drawn(picture, BufferedImage.TYPE_3BYTE_BGR, Color.WHITE);
    }

    /** Whether it shows something of what is behind it. */
    static boolean seeThrough(BufferedImage picture) {
        WritableRaster alpha = picture.getAlphaRaster();
        if (alpha == null) {
            return false;
        }
        int[] line = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            alpha.getSamples(0, y, line.length, 1, 0, line);
            if (Arrays.stream(line).anyMatch(sample -> sample < OPAQUE)) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage drawn(BufferedImage picture, int type, Color ground) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D pen = copy.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.drawImage(picture, 0, 0, ground, null);
        pen.dispose();
        return copy;
    }
}
