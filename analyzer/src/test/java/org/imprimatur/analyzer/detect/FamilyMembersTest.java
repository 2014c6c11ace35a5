package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class FamilyMembersTest {
    @Test
    void aRelativeOfAPatientIsFound() {
        assertThat(kinds(new FamilyMembers(), post("We met her husband in the ICU, what a man")))
                .isNotEmpty();
    }

    @Test
    void familiesInGeneralPass() {
        assertThat(kinds(new FamilyMembers(), post("Families may visit until eight")))
                .isEmpty();
    }
}
