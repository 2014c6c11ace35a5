package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class BirthAndCareDatesTest {
    @Test
    void aBirthDateIsFound() {
        assertThat(kinds(new BirthAndCareDates(), post("DOB 03/14/1961 on the form")))
                .isNotEmpty();
    }

    @Test
    void anEventDatePasses() {
        assertThat(kinds(new BirthAndCareDates(), post("Open house on March 14, 2027")))
                .isEmpty();
    }
}
