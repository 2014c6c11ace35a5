package org.imprimatur.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        // text, graphemes, bytes, UTF-16, X, Threads
        "'', 0, 0, 0, 0, 0",
        "abc, 3, 3, 3, 3, 3",
        "é, 1, 2, 1, 1, 1",
        "e\u0301, 1, 3, 2, 1, 2",
        "👩🏽‍⚕️, 1, 17, 7, 2, 17",
        "🇺🇸, 1, 8, 4, 2, 8",
        "👍, 1, 4, 2, 2, 4",
        "日本, 2, 6, 2, 4, 2",
        "#1, 2, 2, 2, 2, 2",
        "'see https://example.org/a/very/long/path/to/a/page', 50, 50, 50, 27, 50"
    })
    void eachPlatformCountsInItsOwnWay(String text, int graphemes, int bytes, int units, int x, int threads) {
        assertThat(Measure.GRAPHEMES.count(text)).as("graphemes").isEqualTo(graphemes);
        assertThat(Measure.UTF8_BYTES.count(text)).as("bytes").isEqualTo(bytes);
        assertThat(Measure.UTF16_UNITS.count(text)).as("units").isEqualTo(units);
        assertThat(Measure.X_WEIGHTED.count(text)).as("X").isEqualTo(x);
        assertThat(Measure.THREADS.count(text)).as("Threads").isEqualTo(threads);
    }

    @ParameterizedTest
    @CsvSource({
        "'12345678 @a https://example.org/xxxxxxxxxxxxxxxxxxxxxxxxxxx', 22",
        "'123456 @a@long.example.org https://example.org/xxxxxxxxxxxxx', 20",
        "mail a@example.org, 18"
    })
    void mastodonCountsLinksAlikeAndMentionsWithoutTheirServer(String text, int count) {
        assertThat(new MastodonCounting(10).count(text)).isEqualTo(count);
    }
}
