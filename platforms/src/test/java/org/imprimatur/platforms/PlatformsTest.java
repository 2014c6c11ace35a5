package org.imprimatur.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class PlatformsTest {
    static final List<Platform> ALL = Platforms.ALL;

    private static final Attachment JPEG = new Attachment("image/jpeg", OptionalLong.of(1000), "a nurse");

    @ParameterizedTest
    @CsvSource({
        "bluesky, 300",
        "mastodon, 500",
        "x, 280",
        "threads, 500",
        "linkedin, 3000",
        "facebook, 63206",
        "instagram, 2200"
    })
    void aTextOfJustTheLimitPassesAndOneMoreDoesNot(String name, int most) {
        Platform platform = Platforms.named(name).orElseThrow();

        assertThat(platform.faults("x".repeat(most), List.of(JPEG))).isEmpty();
        assertThat(platform.faults("x".repeat(most + 1), List.of(JPEG)))
                .singleElement()
                .asString()
                .contains("the text has " + (most + 1), "takes " + most, platform.title());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void oneMorePictureThanThePlatformTakesIsAFault(Platform platform) {
        int most = platform.media().most();

        assertThat(platform.faults("look", Collections.nCopies(most, JPEG))).isEmpty();
        assertThat(platform.faults("look", Collections.nCopies(most + 1, JPEG)))
                .containsExactly(
                        "the post has " + (most + 1) + " pictures, and " + platform.title() + " takes " + most);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatIsNoPictureOrTooLargeAFileIsAFaultEverywhere(Platform platform) {
        Attachment text = new Attachment("text/plain", OptionalLong.of(10), "a nurse");
        Attachment huge = new Attachment("image/jpeg", OptionalLong.of(100_000_000), "a nurse");
        Attachment unknown = new Attachment("image/jpeg", OptionalLong.empty(), "a nurse");

        assertThat(platform.faults("look", List.of(text)))
                .containsExactly("picture 1 is text/plain, which " + platform.title() + " does not take");
        assertThat(platform.faults("look", List.of(JPEG, huge)))
                .singleElement()
                .asString()
                .startsWith("picture 2 has 100000000 bytes");
        assertThat(platform.faults("look", List.of(unknown))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void anEmptyPostIsAFaultEverywhereAndNoSentenceHoldsTheText(Platform platform) {
        assertThat(platform.faults(" \n", List.of())).contains("the post is empty");
        assertThat(platform.faults("CANARY ".repeat(20_000) + "#CANARY ".repeat(31), List.of()))
                .isNotEmpty()
                .noneMatch(fault -> fault.contains("CANARY"));
    }

    @Test
    void blueskyWantsDescriptionsAndCountsBytesToo() {
        Attachment bare = new Attachment("image/png", OptionalLong.of(10), " ");

        assertThat(Platforms.BLUESKY.faults("look", List.of(bare)))
                .containsExactly("picture 1 needs a description (alt text) for Bluesky");
        assertThat(Platforms.BLUESKY.faults("👩🏽‍⚕️".repeat(177), List.of()))
                .containsExactly("the text has 3009 bytes, and Bluesky takes 3000");
        assertThat(Platforms.MASTODON.faults("look", List.of(bare))).isEmpty();
    }

    @Test
    void instagramWantsAPictureAndTakesThirtyHashtags() {
        assertThat(Platforms.INSTAGRAM.faults("hello", List.of()))
                .containsExactly("Instagram takes no post without a picture");
        assertThat(Platforms.INSTAGRAM.faults("#a ".repeat(30), List.of(JPEG))).isEmpty();
        assertThat(Platforms.INSTAGRAM.faults("#a ".repeat(31), List.of(JPEG)))
                .containsExactly("the text has 31 hashtags, and Instagram takes 30");
    }

    @Test
    void aPreviewSaysHowMuchOfEachLimitIsUsed() {
        assertThat(Platforms.BLUESKY.uses("ünï").stream().map(TextLimit.Use::sentence))
                .containsExactly("3 of 300 characters", "5 of 3000 bytes");
        assertThat(Platforms.X.uses("日本").get(0).left()).isEqualTo(276);
    }

    @Test
    void anInstanceMaySayOtherwise() {
        Platform small = Platforms.MASTODON.with(new TextLimit(new MastodonCounting(10), 20), 1);

        assertThat(small.faults("x".repeat(21), List.of(JPEG, JPEG))).hasSize(2);
        assertThat(small.title()).isEqualTo("Mastodon");
    }

    @Test
    void whereTheApiTakesNothingDownTheTableSaysSo() {
        assertThat(Platforms.ALL.stream()
                        .filter(platform -> !platform.removes())
                        .map(Platform::name))
                .containsExactly("instagram");
        assertThat(Platforms.named("outbox")).isEmpty();
    }
}
