package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class LabelledNumbersTest {
    @Test
    void aRecordNumberIsFound() {
        assertThat(pieces(new LabelledNumbers(), post("Chart mix-up, MRN 0048213, sorry")))
                .containsExactly("0048213");
    }

    @Test
    void aPlateIsFound() {
        assertThat(kinds(new LabelledNumbers(), post("Lights on: gray van, plate 7KLM402")))
                .isNotEmpty();
    }

    @Test
    void yearsAndPhonesPass() {
        assertThat(kinds(new LabelledNumbers(), post("Our 2026 plan 2026 and patient line 541-555-0100")))
                .isEmpty();
    }
}
