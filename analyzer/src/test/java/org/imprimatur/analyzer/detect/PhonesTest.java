package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class PhonesTest {
    @Test
    void aPrivateNumberIsFound() {
        assertThat(pieces(new Phones(), post("Call Ana at (503) 555-0147 tonight")))
                .containsExactly("(503) 555-0147");
    }

    @Test
    void ownAndTollFreeNumbersPass() {
        assertThat(kinds(new Phones(), post("Call 541-555-0100 or 800-555-0199 or 988")))
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

    @Test
    void datesAndRangesOfYearsAreNoNumbers() {
        assertThat(kinds(new Phones(), post("Call for papers 2019-2021, open 10/12/2026 to 11/12/2026")))
                .isEmpty();
    }
}
