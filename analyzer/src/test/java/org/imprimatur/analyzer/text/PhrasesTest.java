package org.imprimatur.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Phrases RELATION = Phrases.of(List.of("wife, mother-in-law"), Map.of());

    @Test
    void wordsMatchWithoutCaseAndAccents() {
        assertThat(finds("clinica", "La CLÍNICA")).isTrue();
    }

    @Test
    void alternativesGapsAndOptionalWordsMatch() {
        assertThat(finds("stop .. pills|dose", "Stop taking all of those pills"))
                .isTrue();
        assertThat(finds("thank you so? much", "Thank you much")).isTrue();
    }

    @Test
    void aPhraseNeverCrossesASentencesEnd() {
        assertThat(finds("stop .. pills", "Stop. Here are pills")).isFalse();
    }

    @Test
    void otherListsMayBeNamed() {
        assertThat(finds("her {relation}", "her mother-in-law's soup")).isTrue();
    }

    @Test
    void theMarkedPieceIsReported() {
        Tokens tokens = Tokens.of("to the man from Ohio");
        Match match = Phrases.of(List.of("to the [man|woman] from"), Map.of())
                .in(tokens)
                .get(0);
        assertThat(tokens.get(match.start()).text()).isEqualTo("man");
        assertThat(match.end() - match.start()).isEqualTo(1);
    }

    private static boolean finds(String phrase, String text) {
        return Phrases.of(List.of(phrase), Map.of("relation", RELATION)).foundIn(Tokens.of(text));
    }
}
