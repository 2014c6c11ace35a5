package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;
import static org.imprimatur.analyzer.detect.Samples.reply;

import org.junit.jupiter.api.Test;

class ConfirmationsTest {
    @Test
    void thanksForTheVisitConfirm() {
        assertThat(kinds(new Confirmations(), reply("Thank you for choosing us for your surgery!")))
                .isNotEmpty();
    }

    @Test
    void aDenialConfirmsToo() {
        assertThat(kinds(new Confirmations(), reply("You were never seen here, we have no record of you")))
                .isNotEmpty();
    }

    @Test
    void theSafeWordingPasses() {
        assertThat(kinds(
                        new Confirmations(),
                        reply(new Confirmations()
                                .detect(reply("See you at your next visit"))
                                .get(0)
                                .suggestion()
                                .orElseThrow())))
                .isEmpty();
    }

    @Test
    void postsAreNotReplies() {
        assertThat(kinds(new Confirmations(), post("Thank you for choosing us for your surgery!")))
                .isEmpty();
    }
}
