package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.imprimatur.analyzer.draft.FindingKind;
import org.junit.jupiter.api.Test;

class AgesTest {
    @Test
    void ninetyAndOverIdentifies() {
        assertThat(kinds(new Ages(), post("She is 94 years old and still dances")))
                .contains(FindingKind.HIGH_AGE);
    }

    @Test
    void anAgeInAGuidelinePasses() {
        assertThat(kinds(new Ages(), post("Screening is for people over 45 years old")))
                .isEmpty();
    }
}
