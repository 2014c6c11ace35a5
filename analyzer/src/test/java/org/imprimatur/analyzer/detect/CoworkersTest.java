package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.imprimatur.analyzer.draft.FindingKind;
import org.junit.jupiter.api.Test;

class CoworkersTest {
    @Test
    void staffWhoDidNotAgreeAreFound() {
        assertThat(kinds(new Coworkers(), post("Colm Gallagher makes the best soup")))
                .contains(FindingKind.COWORKER_NAME);
    }

    @Test
    void healthOfStaffWhoAgreedIsFound() {
        assertThat(kinds(new Coworkers(), post("Dr. Raman is out sick and starts chemo")))
                .contains(FindingKind.COWORKER);
    }

    @Test
    void staffWhoAgreedPass() {
        assertThat(kinds(new Coworkers(), post("Dr. Raman gives the talk on Tuesday")))
                .isEmpty();
    }
}
