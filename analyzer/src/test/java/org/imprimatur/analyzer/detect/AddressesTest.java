package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void aPrivateStreetAddressIsFound() {
        assertThat(kinds(new Addresses(), post("Cards can go to his house, 481 Larch Lane")))
                .isNotEmpty();
    }

    @Test
    void anOwnFacilityPasses() {
        assertThat(kinds(new Addresses(), post("Find us at 12 Heron Street"))).isEmpty();
    }
}
