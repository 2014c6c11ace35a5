package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    void anotherScriptIsHeld() {
        assertThat(kinds(new Languages(), post("Пожалуйста, позвоните нам завтра")))
                .isNotEmpty();
    }

    @Test
    void anotherLatinLanguageIsHeld() {
        assertThat(kinds(new Languages(), post("Nous sommes ouverts pour vous et avec vous dans les rues")))
                .isNotEmpty();
    }

    @Test
    void englishAndSpanishPass() {
        assertThat(kinds(new Languages(), post("The clinic is open. La clínica está abierta para usted y su familia.")))
                .isEmpty();
    }
}
