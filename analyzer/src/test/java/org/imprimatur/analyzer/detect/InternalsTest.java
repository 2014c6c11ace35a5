package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class InternalsTest {
    @Test
    void anUnannouncedClosureIsFound() {
        assertThat(kinds(new Internals(), post("Keep it quiet, layoffs are not announced yet")))
                .isNotEmpty();
    }

    @Test
    void anOpenMeetingPasses() {
        assertThat(kinds(new Internals(), post("The board meets in public on Monday, agenda online")))
                .isEmpty();
    }
}
