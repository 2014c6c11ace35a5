package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
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

    @Test
    void fewWhoFitHoldsAndSaysHowMany() {
        List<Finding> findings = new Combinations()
                .detect(post("Prayers for the kindergarten teacher from Tarn Mills, who has sepsis. Call ahead."));

        assertThat(findings)
                .filteredOn(finding -> finding.kind() == FindingKind.REIDENTIFIABLE_COMBINATION)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.confidence()).isGreaterThanOrEqualTo(0.8);
                    assertThat(finding.explanation()).contains("Fewer than one person in Tarn Mills");
                    assertThat(finding.citation())
                            .hasValueSatisfying(source -> assertThat(source).contains("CMS"));
                });
    }

    @Test
    void thousandsWhoFitDoNotHold() {
        assertThat(kinds(
                        new Combinations(),
                        post("He lives in Oregon, he is a man with asthma, and he says our class helped him.")))
                .doesNotContain(FindingKind.REIDENTIFIABLE_COMBINATION);
    }
}
