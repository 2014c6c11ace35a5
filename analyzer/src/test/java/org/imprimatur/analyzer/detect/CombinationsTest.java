package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.imprimatur.analyzer.draft.FindingKind;
import org.junit.jupiter.api.Test;

class CombinationsTest {
    @Test
    void severalFactsAboutOnePersonAreFound() {
        assertThat(kinds(
                        new Combinations(),
                        post("She teaches band in Tarn Mills, and last Tuesday she lost two fingers to a"
                                + " snowblower. Her son drove her in.")))
                .contains(FindingKind.REIDENTIFIABLE_COMBINATION);
    }

    @Test
    void ageSexAndConditionAlonePass() {
        assertThat(kinds(new Combinations(), post("A 54-year-old man with diabetes can still lower his risk")))
                .isEmpty();
    }
}
