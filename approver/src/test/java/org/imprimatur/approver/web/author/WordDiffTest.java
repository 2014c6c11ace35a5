package org.imprimatur.approver.web.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.imprimatur.approver.web.author.WordDiff.Stretch;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void wordsThatWentAndCameAreMarkedOnTheirSides() {
        WordDiff diff = WordDiff.of("Dolores Quimby rang the bell.", "A patient rang the bell.");

        assertThat(diff.before())
                .containsExactly(new Stretch("Dolores Quimby", true), new Stretch(" rang the bell.", false));
        assertThat(diff.after()).containsExactly(new Stretch("A patient", true), new Stretch(" rang the bell.", false));
    }

    @Test
    void eachSideReadsAsItsText() {
        String earlier = "One 💙 two,\nthree\u200D four.";
        String later = "One two,\n\nthree five 💙.";
        WordDiff diff = WordDiff.of(earlier, later);

        assertThat(text(diff.before())).isEqualTo(earlier);
        assertThat(text(diff.after())).isEqualTo(later);
    }

    @Test
    void theSameTextHasNoChange() {
        assertThat(WordDiff.of("Same.", "Same.").same()).isTrue();
        assertThat(WordDiff.of("", "").same()).isTrue();
        assertThat(WordDiff.of("", "New.").same()).isFalse();
    }

    private static String text(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::text).collect(Collectors.joining());
    }
}
