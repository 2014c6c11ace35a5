package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class MisinformationTest {
    @Test
    void aFalseClaimIsFound() {
        assertThat(kinds(new Misinformation(), post("Vaccines cause autism, do your own research")))
                .isNotEmpty();
    }

    @Test
    void aMythQuotedToCorrectItPasses() {
        assertThat(kinds(new Misinformation(), post("Myth: vaccines cause autism. That is false.")))
                .isEmpty();
    }
}
