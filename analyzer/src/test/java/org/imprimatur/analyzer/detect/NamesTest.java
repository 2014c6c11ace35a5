package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.imprimatur.analyzer.draft.FindingKind;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void aPatientIsFound() {
        assertThat(kinds(new Names(), post("Rosalind Keating finished chemo and rang the bell")))
                .contains(FindingKind.PATIENT_NAME);
    }

    @Test
    void somebodyInNoListIsFound() {
        assertThat(kinds(new Names(), post("Big thanks to Marcus Bellweather for the pumpkins")))
                .contains(FindingKind.UNKNOWN_NAME);
    }

    @Test
    void staffPlacesAndEponymsPass() {
        assertThat(kinds(
                        new Names(),
                        post("Dr. Raman talks on Hodgkin lymphoma in the Edith Vance Pavilion near Walter Ames Park")))
                .isEmpty();
    }
}
