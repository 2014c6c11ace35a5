package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class ProtocolsTest {
    @Test
    void lookingTheOtherWayIsFound() {
        assertThat(kinds(new Protocols(), post("Bring toddlers and balloons, we look the other way")))
                .isNotEmpty();
    }

    @Test
    void theRuleItselfPasses() {
        assertThat(kinds(new Protocols(), post("Please never reuse a needle and keep your mask on")))
                .isEmpty();
    }
}
