package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.listless;
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

    @Test
    void withoutADirectoryANameInANoteIsFound() {
        assertThat(kinds(new Names(), listless("Please send the form to Marcus Bellweather by Friday.")))
                .contains(FindingKind.UNKNOWN_NAME);
    }

    @Test
    void withoutADirectoryANameInWhatIsMadeForThePublicPasses() {
        assertThat(kinds(new Names(), listless("Marcus Bellweather on hospital prices https://example.org/prices")))
                .isEmpty();
    }

    @Test
    void somebodyMadeUpPasses() {
        assertThat(kinds(new Names(), post("Our simulation manikin Gerald Prescott codes every Tuesday")))
                .isEmpty();
    }

    @Test
    void somebodyOfAnotherCenturyPasses() {
        assertThat(kinds(new Names(), post("In 1866 Lucy Hobbs Taylor was the first woman to graduate")))
                .isEmpty();
    }

    @Test
    void saintsArePlaces() {
        assertThat(kinds(
                        new Names(),
                        post("The choir of St. Columba's sings at Saint Brendan and at Santa Lucia on Sunday.")))
                .isEmpty();
    }
}
