package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @Test
    void aPrivateNumberIsFound() {
        assertThat(pieces(new Phones(), post("Call Ana at (503) 555-0147 tonight")))
                .containsExactly("(503) 555-0147");
    }

    @Test
    void ownAndTollFreeNumbersPass() {
        assertThat(kinds(
                        new Phones(),
                        post("Call 541-555-0100 ext. 12 or 800-555-0199 or +1 (888) 555-0134 or +44 800 123"
                                + " 4567 or 988")))
                .isEmpty();
    }

    @Test
    void fullWidthAndSpacedDigitsAreRead() {
        assertThat(kinds(new Phones(), post("text her: ５０３-５５５-０１４７ or 5 0 3 5 5 5 0 1 4 8")))
                .isNotEmpty();
    }

    @Test
    void aNumberInALinkIsNone() {
        assertThat(kinds(new Phones(), post("Read https://quillmere.example/a/503-555-0147")))
                .isEmpty();
    }

    @Test
    void whatIsSaidToBeSomebodysNumberIsOne() {
        assertThat(pieces(new Phones(), post("You can reach her at 73 448 266")))
                .containsExactly("73 448 266");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "001-503-555-0147x171",
                "(503)555-0147",
                "503.555.0147 ext. 22",
                "+44 20 7946 0958",
                "0044 20 7946 0958",
                "(020) 7946 0958",
                "0161 496 0123",
                "06 12 34 56 78",
                "(85) 5986-8343",
                "+52 55 1234 5678"
            })
    void theWholeNumberIsFoundHoweverItIsWritten(String number) {
        assertThat(pieces(new Phones(), post("Tell Ana: phone " + number + "\nThank you")))
                .contains(number);
        assertThat(kinds(new Phones(), post("Ana Ruiz\n12 Mill Lane\n" + number + "-Office")))
                .isNotEmpty();
    }

    @Test
    void everyNumberOfASignatureIsFound() {
        assertThat(pieces(
                        new Phones(),
                        post("Ana Ruiz\n97 111421 office\n001-668-040-8670x1711 fax\nM: 921-835-1650x94")))
                .containsExactlyInAnyOrder("97 111421", "001-668-040-8670x1711", "921-835-1650x94");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call for papers 2019-2021, open 10/12/2026 to 11/12/2026",
                "Recall of NDC 0591-3740-01",
                "From 01.02.2026 08:30 to 01.03.2026 09:30",
                "It rose from 0.5 to 0.75 in 2019 2020 and 2021",
                "Scores of 08 and 09, rooms 010 to 014",
                "Wear red on 02-06-2026 and 02-07-2026"
            })
    void datesDrugsAndRangesOfYearsAreNoNumbers(String text) {
        assertThat(kinds(new Phones(), post(text))).isEmpty();
    }
}
