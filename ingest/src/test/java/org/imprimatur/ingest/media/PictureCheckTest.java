package org.imprimatur.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
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
    void aWebpContainerOfTheLengthThatItSaysPasses() {
        assertThat(passed(webp(12)).type()).isEqualTo(MediaType.WEBP);
        assertThat(refused(webp(13)).status()).isEqualTo(422);
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
