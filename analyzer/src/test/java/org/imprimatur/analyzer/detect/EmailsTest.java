package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class EmailsTest {
    @Test
    void aPrivateAddressIsFound() {
        assertThat(pieces(new Emails(), post("Write to ana.b@mailbox.example please")))
                .containsExactly("ana.b@mailbox.example");
    }

    @Test
    void aSpokenAddressIsFound() {
        assertThat(kinds(new Emails(), post("reach me: ana (at) mailbox [dot] com")))
                .isNotEmpty();
    }

    @Test
    void theOwnAddressPasses() {
        assertThat(kinds(new Emails(), post("Write to info@quillmere.example"))).isEmpty();
    }
}
