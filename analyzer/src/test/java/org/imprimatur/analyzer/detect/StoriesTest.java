package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.authorized;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;
import static org.imprimatur.analyzer.detect.Samples.signedBy;

import org.junit.jupiter.api.Test;

class StoriesTest {
    @Test
    void aStoryWithoutAuthorizationIsFound() {
        assertThat(kinds(new Stories(), post("Swipe to see her before and after photos, she said yes to sharing")))
                .isNotEmpty();
    }

    @Test
    void aStoryWithinAnAuthorizationPasses() {
        assertThat(kinds(
                        new Stories(),
                        authorized(
                                "Rosalind Keating lets us share her story: a new hip", signedBy("Rosalind Keating"))))
                .isEmpty();
    }
}
