package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.post;
import static org.imprimatur.analyzer.detect.Samples.reply;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void theOrganizationsOwnNamesAreReplaced() {
        assertThat(Masking.read(post("Dr. Priya Raman sees children at the Edith Vance Pavilion, near Tarn Mills."))
                        .sentences())
                .singleElement()
                .asString()
                .contains("zstaff", "zplace", "ztown", "sees children at the")
                .doesNotContain("raman", "vance", "tarn");
    }

    @Test
    void aCoworkerWhoDidNotAgreeHasAnotherStandIn() {
        assertThat(Masking.read(post("Ask Colm Gallagher at the desk.")).sentences())
                .containsExactly("ask zcoworker at the desk.");
    }

    @Test
    void phonesLinksHandlesAndDigitsAreReplaced() {
        assertThat(Masking.read(post("Call 541-555-0100 before 10, see https://quillmere.example/a or ask @Quillmere"))
                        .sentences())
                .containsExactly("call zphone before 00, see zlink or ask zhandle");
    }

    @Test
    void onlyALinkToAPageOfOthersLeadsElsewhere() {
        assertThat(Masking.read(post("See https://quillmere.example/a and www.cdc.gov."))
                        .linksElsewhere())
                .isFalse();
        assertThat(Masking.read(post("See http://news.example/b.")).linksElsewhere())
                .isTrue();
    }

    @Test
    void inAHeadlineACapitalSaysNothing() {
        assertThat(Masking.read(post("Longer Naps Help Tired Toddlers Grow")).sentences())
                .containsExactly("longer naps help tired toddlers grow");
    }

    @Test
    void aReplyIsReadAsAReply() {
        assertThat(Masking.read(reply("We would like to listen.")).reply()).isTrue();
        assertThat(Masking.read(post("We would like to listen.")).reply()).isFalse();
    }

    @Test
    void aTextWithoutWordsHasNoSentence() {
        assertThat(Masking.read(post("")).sentences()).isEmpty();
    }
}
