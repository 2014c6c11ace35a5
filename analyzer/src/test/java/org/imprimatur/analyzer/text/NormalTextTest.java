package org.imprimatur.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.imprimatur.analyzer.draft.Span;
import org.junit.jupiter.api.Test;

class NormalTextTest {

    @Test
    void invisibleCharactersAreTakenOut() {
        assertThat(NormalText.of("Jo\u200bhn \u202eSm\u00adith").normal()).isEqualTo("John Smith");
    }

    @Test
    void digitsOfEveryKindAreFolded() {
        assertThat(NormalText.of("５５５ ٣٤ 1\ufe0f\u20e32\ufe0f\u20e3 ①").normal())
                .isEqualTo("555 34 12 1");
    }

    @Test
    void strokesThroughLettersAreTakenAwayAndOtherScriptsKeepTheirMarks() {
        assertThat(NormalText.of("5\u03365\u03365\u0336 \u0336J\u0335o\u0335e\u0301")
                        .normal())
                .isEqualTo("555 Jo\u00e9");
        assertThat(NormalText.of("\u0645\u064e").normal()).isEqualTo("\u0645\u064e");
    }

    @Test
    void aHeapOfMarksIsShort() {
        NormalText text = NormalText.of("a" + "\u0345".repeat(10_000));
        assertThat(text.normal()).hasSizeLessThan(10);
        assertThat(text.span(0, 1)).isEqualTo(new Span(0, 10_001));
    }

    @Test
    void dashesAndQuotesAreFolded() {
        assertThat(NormalText.of("555–01‐47 “x” it’s").normal()).isEqualTo("555-01-47 \"x\" it's");
    }

    @Test
    void lookAlikesInsideLatinWordsArePutBack() {
        NormalText text = NormalText.of("p\u0430ti\u0435nt");
        assertThat(text.normal()).isEqualTo("patient");
        assertThat(text.mixedScripts()).isTrue();
    }

    @Test
    void singleCharactersInARowAreJoined() {
        assertThat(NormalText.of("call 5 0 3 - 5 5 5 now, Z-e-b-e-d-e-e").normal())
                .isEqualTo("call 503-555 now, Zebedee");
    }

    @Test
    void spansLeadBackToTheAuthorsCodePoints() {
        NormalText text = NormalText.of("🙂 J\u200bo\u200bn");
        int at = text.normal().indexOf("Jon");
        assertThat(text.span(at, at + 3)).isEqualTo(new Span(2, 7));
    }

    @Test
    void everySpanOfARandomStringLiesInsideIt() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder original = new StringBuilder();
            int length = random.nextInt(30);
            for (int i = 0; i < length; i++) {
                original.append(
                        random.nextInt(3) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : new String(Character.toChars(random.nextInt(0x500))));
            }
            NormalText text = NormalText.of(original.toString());
            int points = original.codePointCount(0, original.length());
            for (int i = 0; i < text.normal().length(); i++) {
                assertThat(text.span(i, i + 1).end()).isLessThanOrEqualTo(points);
            }
        }
    }
}
