package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class DisguisesTest {
    @Test
    void mixedScriptsAreFound() {
        assertThat(kinds(new Disguises(), post("p\u0430tient"))).isNotEmpty();
    }

    @Test
    void plainWordsPass() {
        assertThat(kinds(new Disguises(), post("patient, niño, café, TNF\u03b1")))
                .isEmpty();
    }
}
