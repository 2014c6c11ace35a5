package org.imprimatur.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a file when its picture was drawn anew, and how it looks. */
final class RedrawnPictureTest {
    private final PictureCheck check = new PictureCheck(2_000_000, 1_000_000);

    @Test
    void positionCommentPreviewAndWhatIsBehindTheEndAreGone() {
        byte[] canary = Pictures.CANARY.getBytes(StandardCharsets.US_ASCII);
        byte[] sent = Pictures.joined(
                Pictures.withSegment(
                        Pictures.withExif(Pictures.encoded("jpg", Pictures.dusk(64, 48)), 1), 0xFE, canary),
                canary);
        assertThat(text(sent)).contains("Exif", Pictures.CANARY);

        Upload upload = passed(sent);

        assertThat(text(upload.bytes())).doesNotContain("Exif", Pictures.CANARY);
        assertThat(markers(upload.bytes())).containsOnly(0xE0, 0xDB, 0xC0, 0xC4, 0xDA);
    }

    @Test
    void textsAndPayloadsOfAPngAreGoneAndItsPixelsAreTheSame() {
        byte[] canary = ("Comment\0" + Pictures.CANARY).getBytes(StandardCharsets.ISO_8859_1);
        BufferedImage picture = Pictures.dusk(64, 48);
        byte[] sent = Pictures.joined(
                Pictures.withChunk(Pictures.encoded("png", picture), "tEXt", canary),
                "PK\3\4payload.zip".getBytes(StandardCharsets.US_ASCII));

        Upload upload = passed(sent);

        assertThat(text(upload.bytes())).doesNotContain("tEXt", Pictures.CANARY, "PK\3\4");
        assertThat(text(upload.bytes())).endsWith("IEND\u00AEB`\u0082");
        assertThat(pixels(Pictures.decoded(upload.bytes()))).isEqualTo(pixels(picture));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void aPngOfAnyKindKeepsItsPixels(int type) {
        BufferedImage picture = new BufferedImage(40, 30, type);
        picture.createGraphics().drawImage(Pictures.dusk(40, 30), 5, 5, null);
        byte[] sent = Pictures.encoded("png", picture);

        assertThat(pixels(Pictures.decoded(passed(sent).bytes()))).isEqualTo(pixels(Pictures.decoded(sent)));
    }

    @Test
    void aJpegLosesNothingThatOneSeesAndGrowsLittle() {
        BufferedImage picture = Pictures.dusk(400, 300);
        byte[] sent = Pictures.encoded("jpg", picture);

        Upload upload = passed(sent);

        assertThat(furthest(Pictures.decoded(sent), Pictures.decoded(upload.bytes())))
                .isLessThanOrEqualTo(3);
        assertThat(upload.size()).isLessThanOrEqualTo(sent.length);
    }

    @Test
    void aGreyJpegStaysAsGreyAsItWas() {
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((java.awt.image.DataBufferByte) picture.getRaster().getDataBuffer()).getData(), (byte) 100);

        Upload upload = passed(Pictures.encoded("jpg", picture));

        assertThat(Pictures.decoded(upload.bytes()).getRaster().getSample(20, 15, 0))
                .isBetween(99, 101);
    }

    @ParameterizedTest
    @CsvSource({
        "1, RED, BLUE, WHITE, WHITE",
        "2, BLUE, RED, WHITE, WHITE",
        "3, WHITE, WHITE, BLUE, RED",
        "4, WHITE, WHITE, RED, BLUE",
        "5, RED, WHITE, BLUE, WHITE",
        "6, WHITE, RED, WHITE, BLUE",
        "7, WHITE, BLUE, WHITE, RED",
        "8, BLUE, WHITE, RED, WHITE"
    })
    void aPictureStandsUprightHoweverTheCameraWasHeld(
            int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight) {
        byte[] sent = Pictures.withExif(Pictures.encoded("jpg", Pictures.corners(64, 32)), orientation);

        BufferedImage upright = Pictures.decoded(passed(sent).bytes());

        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 64 : 32);
        int right = upright.getWidth() - 5;
        int bottom = upright.getHeight() - 5;
        assertThat(List.of(
                        colour(upright, 4, 4),
                        colour(upright, right, 4),
                        colour(upright, 4, bottom),
                        colour(upright, right, bottom)))
                .containsExactly(topLeft, topRight, bottomLeft, bottomRight);
    }

    @Test
    void aProfileIsAppliedSoThatTheColoursLookTheSameWithoutIt() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        picture.createGraphics().drawImage(plain(55), 0, 0, null);

        byte[] png = Pictures.withChunk(Pictures.encoded("png", picture), "iCCP", named(linear));
        byte[] jpeg = Pictures.withSegment(
                Pictures.encoded("jpg", picture),
                0xE2,
                Pictures.joined("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII), linear));

        assertThat(new Color(Pictures.decoded(passed(png).bytes()).getRGB(9, 9)).getRed())
                .isBetween(126, 130);
        assertThat(new Color(Pictures.decoded(passed(jpeg).bytes()).getRGB(9, 9)).getRed())
                .isBetween(124, 132);
    }

    @Test
    void aProfileThatIsNoneIsLeftOut() throws IOException {
        byte[] junk = Pictures.withChunk(
                Pictures.encoded("png", Pictures.dusk(20, 20)),
                "iCCP",
                named("nonsense".getBytes(StandardCharsets.US_ASCII)));

        assertThat(pixels(Pictures.decoded(passed(junk).bytes()))).isEqualTo(pixels(Pictures.dusk(20, 20)));
    }

    @Test
    void aWebpBecomesAJpegOrAPngWhereItIsLossless() {
        assertThat(passed(Pictures.LOSSY_WEBP).type()).isEqualTo(MediaType.JPEG);
        assertThat(passed(Pictures.LOSSLESS_WEBP).type()).isEqualTo(MediaType.PNG);
    }

    @Test
    void theSameFileGivesTheSamePictureAndThatOneGivesItselfAgain() {
        for (byte[] sent : List.of(
                Pictures.withExif(Pictures.encoded("jpg", Pictures.dusk(64, 48)), 6),
                Pictures.encoded("png", Pictures.dusk(64, 48)),
                Films.gif(3))) {
            Upload first = passed(sent);

            assertThat(passed(sent).hash()).isEqualTo(first.hash());
            assertThat(passed(first.bytes()).type()).isEqualTo(first.type());
        }
        Upload png = passed(Pictures.encoded("png", Pictures.dusk(64, 48)));
        assertThat(passed(png.bytes()).hash()).isEqualTo(png.hash());
    }

    private static BufferedImage plain(int grey) {
        BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 32 * 32; at++) {
            picture.setRGB(at % 32, at / 32, new Color(grey, grey, grey).getRGB());
        }
        return picture;
    }

    private static byte[] named(byte[] profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("p\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(profile);
        }
        return bytes.toByteArray();
    }

    private static List<Integer> pixels(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .boxed()
                .toList();
    }

    private static int furthest(BufferedImage one, BufferedImage other) {
        int furthest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int band = 0; band < 3; band++) {
                    furthest = Math.max(
                            furthest,
                            Math.abs(one.getRaster().getSample(x, y, band)
                                    - other.getRaster().getSample(x, y, band)));
                }
            }
        }
        return furthest;
    }

    private static String colour(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() > 200 ? "WHITE" : colour.getRed() > 128 ? "RED" : "BLUE";
    }

    private static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new java.util.ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        markers.add(0xDA);
        return markers;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Upload passed(byte[] bytes) {
        return check.examine(bytes).fold(PictureCheck.Passed::upload, refused -> {
            throw new AssertionError(refused.detail());
        });
    }
}
