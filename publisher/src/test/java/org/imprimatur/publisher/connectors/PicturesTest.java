package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private final TestPictures store = new TestPictures();
    private final Pictures pictures = new Pictures(store.bytes());

    @Test
    void bytesAndSizeComeInTheOrderOfThePost() {
        Step<List<Picture>> taken = taken(store.png(1, "a"), store.jpeg(2, "b"));

        assertThat(((Step.Went<List<Picture>>) taken).value())
                .extracting(picture -> picture.media().altText() + " " + picture.width() + "x" + picture.height())
                .containsExactly("a 8x6", "b 8x6");
    }

    @Test
    void bytesThatAreNotThoseThatWereApprovedAreRefused() {
        Post.Media media = store.png(1, "a");
        store.spoil(media);

        assertThat(reason(taken(media))).isEqualTo("the bytes of picture 1 are not those that were approved");
    }

    @Test
    void aTextThatCallsItselfAPictureIsRefused() {
        byte[] text = "no picture at all, but long enough for its head".getBytes(StandardCharsets.UTF_8);

        assertThat(reason(taken(store.kept("image/png", text, "a"))))
                .isEqualTo("picture 1 is not the kind of picture that it is said to be");
        assertThat(reason(taken(store.kept("image/jpeg", TestPictures.drawn("png", 1), "a"))))
                .isEqualTo("picture 1 is not the kind of picture that it is said to be");
    }

    @Test
    void whatThePlatformDoesNotTakeIsRefusedWithEveryReason() {
        assertThat(reason(taken(store.png(1, ""), store.png(2, "b"), store.png(3, ""))))
                .isEqualTo("picture 1 needs a description (alt text) for Bluesky; "
                        + "picture 3 needs a description (alt text) for Bluesky");
    }

    @Test
    void aPictureThatIsNotThereIsRefusedAndAFolderThatIsNotThereIsTriedAgain(@TempDir Path folder) throws IOException {
        Post.Media media = store.png(1, "a");
        Pictures filed = new Pictures(MediaBytes.inFolder(folder));
        assertThat(reason(filed.taken(post(media), Platforms.BLUESKY))).contains("is not in the media folder");

        Path shelf = Files.createDirectories(folder.resolve(media.hash().substring(0, 2)));
        Files.write(shelf.resolve(media.hash()), store.bytes().of(media).orElseThrow());
        assertThat(filed.taken(post(media), Platforms.BLUESKY)).isInstanceOf(Step.Went.class);

        Step<List<Picture>> away =
                new Pictures(MediaBytes.inFolder(folder.resolve("away"))).taken(post(media), Platforms.BLUESKY);
        assertThat(away.end(none -> new Outcome.Unknown("none"))).isInstanceOf(Outcome.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "ABCD", ""})
    void onlyAHashNamesAFile(String hash, @TempDir Path folder) throws IOException {
        assertThat(MediaBytes.inFolder(folder).of(new Post.Media(hash, "image/png", "a")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // the first 30 bytes or more, as the formats' specifications lay them out
        "474946383961 4001 C800 F70000000000000000000000000000000000000000000000, image/gif, 320, 200",
        "52494646 00000000 57454250 56503858 0A000000 00000000 3F0100 C70000, image/webp, 320, 200",
        "52494646 00000000 57454250 5650384C 00000000 2F 3FC13100 0000000000, image/webp, 320, 200",
        "52494646 00000000 57454250 56503820 00000000 000000 9D012A 4001 C800, image/webp, 320, 200",
        "FFD8 FFE00004 0000 FFFF C4 0004 0000 FFC2 0011 08 00C8 0140 03 012200 021101 031101, image/jpeg, 320, 200"
    })
    void theSizeOfAPictureIsInItsFirstBytes(String hex, String mediaType, int width, int height) {
        byte[] head = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(PictureHead.of(Arrays.copyOf(head, Math.max(head.length, 30))))
                .contains(new PictureHead(mediaType, width, height));
    }

    @Test
    void noBytesBreakTheReadingOfAHead() {
        byte[] png = TestPictures.drawn("png", 1);
        byte[] jpeg = TestPictures.drawn("jpg", 1);
        for (int length = 0; length < 64; length++) {
            assertThat(PictureHead.of(Arrays.copyOf(png, length)).isPresent()).isEqualTo(length >= 30);
            assertThat(PictureHead.of(Arrays.copyOf(jpeg, length))).isEmpty();
        }
    }

    private Step<List<Picture>> taken(Post.Media... media) {
        return pictures.taken(post(media), Platforms.BLUESKY);
    }

    private static Post post(Post.Media... media) {
        return ConnectorContract.with(ConnectorContract.bare("p1", "look"), Optional.empty(), List.of(media));
    }

    private static String reason(Step<List<Picture>> step) {
        return ((Outcome.Rejected) step.end(none -> new Outcome.Unknown("none"))).reason();
    }
}
