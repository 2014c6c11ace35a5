package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.listless;

import org.imprimatur.analyzer.draft.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EponymsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She was referred for Pfeiffer-Singer-Zschiesche syndrome.",
                "Optic atrophy, Kjer type, stable.",
                "Gleason score 3+4=7, positive Chaddock sign.",
                "History of Weber congenital lipodystrophy.",
                "Osler nodes and Janeway lesions absent.",
                "Crohn and Graves disease run in the family.",
                "Ortolani and Barlow negative, McMurray positive.",
                "Hawkins and Neer impingement tests positive.",
                "Sister Mary Joseph nodule palpated."
            })
    void namesOfDiseasesAndSignsAreNobodys(String text) {
        assertThat(kinds(new Names(), listless(text))).isEmpty();
    }

    @Test
    void whatBefallsAPatientIsThePatients() {
        assertThat(kinds(new Names(), listless("Maria's fracture healed well.")))
                .contains(FindingKind.PATIENT_NAME);
    }

    @Test
    void somebodyWithADiseaseIsStillSomebody() {
        assertThat(kinds(new Names(), listless("Ms. Baker denies chest pain, Canavan disease stable.")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emily Graves is here for her thyroid.",
                "Mr. Parkinson takes levodopa.",
                "Kelly fell from the swing.",
                "Maria's test came back.",
                "Marcus Bellweather stage 3, wants surgery.",
                "Rosalind tested positive for strep."
            })
    void whoBearsTheNameOfADoctorIsStillSomebody(String text) {
        assertThat(kinds(new Names(), listless(text))).isNotEmpty();
    }
}
