package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class PersonalPagesTest {
    @Test
    void aProfileIsFound() {
        assertThat(kinds(new PersonalPages(), post("See facebook.com/ana.brisk.77 for photos")))
                .isNotEmpty();
    }

    @Test
    void ownAndKnownSitesPass() {
        assertThat(kinds(new PersonalPages(), post("See quillmere.example/flu and https://www.cdc.gov/flu")))
                .isEmpty();
    }
}
