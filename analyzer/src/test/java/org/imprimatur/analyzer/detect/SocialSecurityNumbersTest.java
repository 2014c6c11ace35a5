package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class SocialSecurityNumbersTest {
    @Test
    void aMistypedNumberIsStillALeak() {
        assertThat(kinds(new SocialSecurityNumbers(), post("Form: 000-12-3456")))
                .isNotEmpty();
    }

    @Test
    void bareDigitsCountBesideTheWord() {
        assertThat(kinds(new SocialSecurityNumbers(), post("her social is 123456789")))
                .isNotEmpty();
    }

    @Test
    void otherNumbersPass() {
        assertThat(kinds(new SocialSecurityNumbers(), post("We gave 123456789 shots")))
                .isEmpty();
    }
}
