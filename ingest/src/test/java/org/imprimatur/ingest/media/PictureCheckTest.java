package org.imprimatur.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class PictureCheckTest {
    private final PictureCheck check = new PictureCheck(20_000, 1_000);

    @ParameterizedTest
    @EnumSource(value = MediaType.class, mode = Mode.EXCLUDE, names = "WEBP")
    void aPicturePassesWithTheTypeThatItsBytesShow(MediaType type) {
        Upload upload = passed(Pictures.encoded(type.extension(), 20, 20));

        assertThat(upload.type()).isEqualTo(type);
        assertThat(upload.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aWebpThatBreaksOffOrHoldsNothingIsRefused() {
        assertThat(refused(webp(12)).status()).isEqualTo(422);
        assertThat(refused(webp(13)).status()).isEqualTo(422);
        byte[] whole = Pictures.LOSSLESS_WEBP;
        assertThat(refused(Arrays.copyOf(whole, whole.length - 4)).status()).isEqualTo(422);
    }

    @Test
    void onlyAGifMayMove() {
        assertThat(passed(Films.gif(3)).type()).isEqualTo(MediaType.GIF);
        assertThat(refused(Pictures.movingWebp()).status()).isEqualTo(415);
        byte[] png = Pictures.withChunk(Pictures.png(9, 9), "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        assertThat(refused(png).status()).isEqualTo(415);
    }

    @Test
    void anAnimationOfMoreFramesThanAnybodyWatchesIsRefused() {
        PictureCheck roomy = new PictureCheck(10_000_000, 10_000_000);

        assertThat(roomy.examine(Films.gif(1_001)).<Integer>fold(passed -> 0, refused -> refused.status()))
                .isEqualTo(413);
    }

    @Test
    void aJpegOfVeryManyScansIsRefusedBeforeAnyIsDecoded() {
        byte[] jpeg = Pictures.encoded("jpg", 20, 20);
        byte[] scans = new byte[51 * 4];
        for (int at = 0; at < scans.length; at += 4) {
            scans[at] = (byte) 0xFF;
            scans[at + 1] = (byte) 0xDA;
            scans[at + 3] = 2;
        }

        assertThat(refused(Pictures.joined(
                                Arrays.copyOf(jpeg, jpeg.length - 2), scans, new byte[] {(byte) 0xFF, (byte) 0xD9}))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void textThatInflatesToFarMoreThanThePictureDoesNoHarm() {
        byte[] zeros = new byte[30_000_000];
        Deflater deflater = new Deflater();
        deflater.setInput(zeros);
        deflater.finish();
        byte[] deflated = new byte[100_000];
        int length = deflater.deflate(deflated);
        deflater.end();
        byte[] text =
                Pictures.joined("Comment\0\0".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(deflated, length));
        PictureCheck roomy = new PictureCheck(100_000, 1_000);

        byte[] bomb = Pictures.withChunk(Pictures.withChunk(Pictures.png(9, 9), "zTXt", text), "iCCP", text);

        assertThat(roomy.examine(bomb).<Boolean>fold(passed -> true, refused -> false))
                .isTrue();
    }

    @Test
    void whatIsNoPictureIsRefusedAsAType() {
        assertThat(refused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(refused(new byte[0]).status()).isEqualTo(415);
    }

    @Test
    void whatIsLargerThanTheCapIsRefusedBeforeAnythingElse() {
        assertThat(refused(new byte[20_001]).status()).isEqualTo(413);
    }

    @Test
    void aSmallFileThatDecodesToAHugePictureIsRefusedByItsHeader() {
        byte[] bomb = Pictures.png(10_000, 100);

        assertThat(bomb.length).isLessThan(20_000);
        assertThat(refused(bomb).detail()).isEqualTo("Send a picture of at most 1000 pixels, all frames together.");
    }

    @Test
    void aPictureThatEndsTooEarlyIsRefusedAsBroken() {
        byte[] whole = Pictures.png(20, 20);

        assertThat(refused(Arrays.copyOf(whole, whole.length / 2)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource(MediaType.class)
    void noBytesMakeItThrow(MediaType type) {
        byte[] start = type == MediaType.WEBP ? webp(12) : Pictures.encoded(type.extension(), 9, 9);
        Random random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            byte[] broken = start.clone();
            for (int i = 0; i < 4; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }

            assertThat(check.examine(broken)).isNotNull();
        }
    }

    private static byte[] webp(int lengthSaid) {
        byte[] bytes = "RIFF____WEBPVP8 ____".getBytes(StandardCharsets.US_ASCII);
        bytes[4] = (byte) lengthSaid;
        bytes[5] = 0;
        bytes[6] = 0;
        bytes[7] = 0;
        return bytes;
    }

    private Upload passed(byte[] bytes) {
        return check.examine(bytes).fold(PictureCheck.Passed::upload, refused -> {
            throw new AssertionError(refused.detail());
        });
    }

    private PictureCheck.Refused refused(byte[] bytes) {
        return check.examine(bytes)
                .fold(
                        passed -> {
                            throw new AssertionError("passed");
                        },
                        refused -> refused);
    }
}
