package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void aPromiseIsFound() {
        assertThat(kinds(new Claims(), post("The safest hospital in the state, results guaranteed")))
                .isNotEmpty();
    }

    @Test
    void anApprovedClaimPasses() {
        assertThat(kinds(
                        new Claims(),
                        post("Median door-to-needle time for stroke was 41 minutes in 2025: best in our county")))
                .isEmpty();
    }
}
