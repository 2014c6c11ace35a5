package org.imprimatur.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void aFailureIsWrittenWithItsTypesAndPlacesAndWithoutItsWords() {
        Exception failure = new IllegalStateException("outer canary", new IOException("inner canary"));

        assertThat(Fingerprint.of(failure))
                .matches(
                        "IllegalStateException at FingerprintTest.java:\\d+ < IOException at FingerprintTest.java:\\d+")
                .doesNotContain("canary");
    }

    @Test
    void aRingOfCausesHasAnEnd() {
        Exception one = new IllegalStateException();
        Exception two = new IllegalStateException(one);
        one.initCause(two);

        assertThat(Fingerprint.of(one).split(" < ")).hasSize(5);
    }
}
