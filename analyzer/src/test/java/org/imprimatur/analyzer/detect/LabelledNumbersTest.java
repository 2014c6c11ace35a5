package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BIO-FP-a3f8c2e1d5",
                "00:1A:2B:3C:4D:5E",
                "AEBE52E7-03EE-455A-B3C4-E57283966239",
                "D123-4567-8901",
                "AB1234567",
                "12-3456789",
                "1HGBH41JXMN109186"
            })
    void whatShowsByItsFormWhatItIsNeedsNoWordBesideIt(String number) {
        assertThat(pieces(new LabelledNumbers(), post("We saw " + number + " there.")))
                .containsExactly(number);
    }

    @Test
    void aRecordNumberInALinkIsFound() {
        assertThat(pieces(new LabelledNumbers(), post("https://x.example/records/MRN-1024857")))
                .containsExactly("MRN-1024857");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trial NCT01234567, PMC1234567, grant R01CA123456",
                "Open 2026-10-01 to 2026-12-31, 24-7",
                "https://x.example/AB1234567 and #AB1234567"
            })
    void registersDatesAndLinksPass(String text) {
        assertThat(kinds(new LabelledNumbers(), post(text))).isEmpty();
    }
}
