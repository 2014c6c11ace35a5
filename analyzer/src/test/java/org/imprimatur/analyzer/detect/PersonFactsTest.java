package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class PersonFactsTest {

    @Test
    void whatIsToldOfAPersonIsMarked() {
        assertThat(pieces(
                        new PersonFacts(),
                        post("On March 3 her husband, a welder of 61, came to Tarn Mills with chronic kidney disease")))
                .contains("On March 3", "husband", "welder", "Tarn Mills", "chronic kidney disease");
    }

    @Test
    void aMedicineIsMarkedWithItsDose() {
        assertThat(pieces(new PersonFacts(), post("She still takes Metoprolol 25 mg")))
                .contains("Metoprolol 25 mg");
    }

    @Test
    void whatIsSaidToEverybodyIsNot() {
        assertThat(pieces(new PersonFacts(), post("Flu shots on Saturday, no appointment needed")))
                .isEmpty();
    }
}
