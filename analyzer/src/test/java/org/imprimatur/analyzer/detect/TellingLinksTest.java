package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class TellingLinksTest {
    @Test
    void dataOfAPersonInALinkIsFound() {
        assertThat(
                        pieces(
                                new TellingLinks(),
                                post(
                                        "See https://portal.example/p?user=rkeating61&dob=1961-04-12&name=Rosalind+Keating&tab=2")))
                .containsExactly("rkeating61", "1961-04-12", "Rosalind+Keating");
    }

    @Test
    void ordinaryLinksPass() {
        assertThat(kinds(
                        new TellingLinks(),
                        post("https://quillmere.example/classes?name=flu-clinic&utm_source=post&id=2026&user=all")))
                .isEmpty();
    }
}
