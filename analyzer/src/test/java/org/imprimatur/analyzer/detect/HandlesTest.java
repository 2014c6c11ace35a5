package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.reply;

import org.junit.jupiter.api.Test;

class HandlesTest {
    @Test
    void anUnknownHandleInAReplyIsFound() {
        assertThat(kinds(new Handles(), reply("@ana_b77 sorry to hear that"))).isNotEmpty();
    }

    @Test
    void knownHandlesPass() {
        assertThat(kinds(new Handles(), reply("Thanks @CDCgov for the chart"))).isEmpty();
    }
}
