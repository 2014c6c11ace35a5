package org.imprimatur.analyzer.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void theIntervalIsWilsons() {
        Share share = new Share(129, 140);

        assertThat(share.value()).isCloseTo(0.9214, within(1e-4));
        assertThat(share.low()).isCloseTo(0.8650, within(1e-3));
        assertThat(share.high()).isCloseTo(0.9555, within(1e-3));
        assertThat(share.text()).isEqualTo(".921 [.865, .956]");
    }

    @Test
    void ofNoneNothingIsKnown() {
        assertThat(new Share(0, 0).text()).isEqualTo("-");
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
    }

    @Test
    void theIntervalStaysWithinZeroAndOne() {
        assertThat(new Share(0, 3).low()).isZero();
        assertThat(new Share(3, 3).high()).isEqualTo(1);
    }

    @Test
    void someAreAtMostAll() {
        assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
