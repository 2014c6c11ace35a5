package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;

class PaymentNumbersTest {
    @Test
    void aCardIsToldByItsCheckDigit() {
        assertThat(kinds(new PaymentNumbers(), post("Card 4111 1111 1111 1111")))
                .isNotEmpty();
    }

    @Test
    void anIbanIsToldByItsCheckDigits() {
        assertThat(kinds(new PaymentNumbers(), post("Pay to DE89 3704 0044 0532 0130 00")))
                .isNotEmpty();
    }

    @Test
    void otherLongNumbersPass() {
        assertThat(kinds(new PaymentNumbers(), post("Order 4111111111111112"))).isEmpty();
    }

    @Test
    void aMistypedCardIsALeakTooWhenItIsWrittenAsOnTheCard() {
        assertThat(kinds(new PaymentNumbers(), post("It was 4111 1111 1111 1112")))
                .isNotEmpty();
    }

    @Test
    void whatIsCalledAnIbanIsOneEvenWithAWrongDigit() {
        assertThat(kinds(new PaymentNumbers(), post("iban: de89 3704 0044 0532 0130 01")))
                .isNotEmpty();
    }
}
