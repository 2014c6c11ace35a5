package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class IpAddressesTest {
    @Test
    void anAddressIsFound() {
        assertThat(kinds(new IpAddresses(), post("Login came from 203.0.113.9 last night")))
                .isNotEmpty();
    }

    @Test
    void aTimePasses() {
        assertThat(kinds(new IpAddresses(), post("Doors 8:30:00, version 1.2.3")))
                .isEmpty();
    }
}
