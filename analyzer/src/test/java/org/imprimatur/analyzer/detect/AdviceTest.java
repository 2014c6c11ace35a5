package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.reply;

import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void aDoseForOnePersonIsFound() {
        assertThat(kinds(new Advice(), reply("Take two tablets and skip the insulin tonight")))
                .isNotEmpty();
    }

    @Test
    void sendingToTheDoctorPasses() {
        assertThat(kinds(new Advice(), reply("Please ask your doctor before you stop any medicine")))
                .isEmpty();
    }
}
