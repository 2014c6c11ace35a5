package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.imprimatur.analyzer.draft.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DetectorsTest {

    private static final List<String> PIECES = List.of(
            "she",
            "her husband",
            "Ana",
            "Bill O'Neil",
            "@",
            "555-0147",
            "\u200b",
            "\ud83d\ude42",
            "\ud800",
            "chemo",
            "100%",
            "(",
            "..",
            "J o h n",
            "５",
            "\u0430",
            "MRN",
            "999-99-9999",
            "a.b@c.example",
            "http://x.example/",
            "\n",
            " ",
            "é",
            "#",
            "-",
            "'s",
            "last Tuesday",
            "room 12",
            "you",
            "thank you for",
            "{relation}",
            "%cap",
            "\u202e",
            "1\u20e3",
            "ﬁ",
            "A",
            "—");

    @Test
    void everyDetectorHasItsOwnId() {
        assertThat(Detectors.all()).extracting(Detector::id).doesNotHaveDuplicates();
    }

    @Test
    void noStringMakesADetectorThrowOrPointOutsideTheText() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(
                        random.nextInt(4) == 0
                                ? new String(Character.toChars(random.nextInt(0x3000)))
                                : PIECES.get(random.nextInt(PIECES.size())));
                text.append(random.nextBoolean() ? " " : "");
            }
            Screening screening = random.nextBoolean() ? Samples.post(text.toString()) : Samples.reply(text.toString());
            int length = text.codePointCount(0, text.length());
            for (Detector detector : Detectors.all()) {
                for (Finding finding : detector.detect(screening)) {
                    assertThat(finding.spans()).allMatch(span -> span.end() <= length);
                }
            }
        }
    }

    @Test
    @Timeout(20)
    void longAdversarialTextsStayBounded() {
        for (String unit : List.of(
                "a",
                "1",
                "1 ",
                "A ",
                "Ana ",
                "@a",
                "a.",
                "1-",
                "(1) ",
                "http://a.",
                "she her ",
                "room 1 ",
                "one two ")) {
            long start = System.nanoTime();
            Screening screening = Samples.reply(unit.repeat(20_000 / unit.length()));
            Detectors.all().forEach(detector -> detector.detect(screening));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }
}
