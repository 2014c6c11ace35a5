package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetGrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She stays at 77 Lange Gracht 5, Suite 12 till May",
                "write to P.O. Box 411 please",
                "unit mail goes to APO AE 09112",
                "vive en Calle del Pozo 14",
                "the party was at Lindenstraße 8",
                "enter on Alte Strasse 61 for three months",
                "My address is 19 Lower Millrace",
                "she lives at Quarry Bottom 4, ask there"
            })
    void placesToLiveAreFoundInManyForms(String text) {
        assertThat(StreetGrammar.in(NearDigits.in(text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meet us at 5 p.m. in the lobby",
                "Doses sent to 200 clinics in 12 counties",
                "Our floor has 24 beds and 3 isolation rooms",
                "About 1 in 5 adults lives with pain",
                "We moved to electronic records in 2019"
            })
    void numbersOfOtherThingsAreNot(String text) {
        assertThat(StreetGrammar.in(NearDigits.in(text))).isEmpty();
    }

    @Test
    void townStateAndPostalCodeBelongToTheStreet() {
        String text = "Home: 48 Heron Street, Tarn Mills, OR 97399, call first";
        assertThat(StreetGrammar.in(NearDigits.in(text)))
                .extracting(piece -> text.substring(piece.start(), piece.end()))
                .isEqualTo(List.of("48 Heron Street, Tarn Mills, OR 97399"));
    }
}
