package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void contemptIsFound() {
        assertThat(kinds(new Tone(), post("Some of you people are idiots"))).isNotEmpty();
    }

    @Test
    void bodyWordsPass() {
        assertThat(kinds(new Tone(), post("Breast, cervical and testicular checks save lives")))
                .isEmpty();
    }
}
