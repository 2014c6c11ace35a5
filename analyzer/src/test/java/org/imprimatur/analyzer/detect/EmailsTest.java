package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {
    @Test
    void aPrivateAddressIsFound() {
        assertThat(pieces(new Emails(), post("Write to ana.b@mailbox.example please")))
                .containsExactly("ana.b@mailbox.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana (at) mailbox [dot] com",
                "ana.b[at]mailbox.com",
                "ana at mailbox dot com",
                "ana dot b at mailbox dot org",
                "ana arroba mailbox punto com",
                "ana_at_mailbox_dot_com",
                "ana@mailbox dot com",
                "ana.b at gmail",
                "ana.b @ mailbox.com",
                "anab71 at yahoo.com"
            })
    void aSpokenAddressIsFound(String address) {
        assertThat(pieces(new Emails(), post("Questions? Email " + address + " today")))
                .containsExactly(address);
    }

    @Test
    void theOwnAddressPassesHoweverItIsWritten() {
        assertThat(kinds(new Emails(), post("Write to info@quillmere.example or info (at) quillmere (dot) example")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look at example.com for the hours",
                "Contact us at quillmere.com",
                "Email us at the desk. Me too!",
                "Join us @ quillmere.com",
                "Meet our team at Google and at Yahoo",
                "Learn about H1N1 at example.com",
                "Polka dot day at the clinic"
            })
    void sentencesAreNoAddresses(String text) {
        assertThat(kinds(new Emails(), post(text))).isEmpty();
    }
}
