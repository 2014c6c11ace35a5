package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** From the tests of the reference implementation, phc-winner-argon2: "password" with "somesalt". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aHashOfTheReferenceImplementationMatches() {
        assertThat(PasswordHash.parse(REFERENCE).matches("password")).isTrue();
        assertThat(PasswordHash.parse(REFERENCE).matches("Password")).isFalse();
    }

    @Test
    void aHashIsWrittenWithTheCostThatOwaspAsksFor() {
        assertThat(PasswordHash.of("one", RANDOM).phc())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void aHashThatWasWrittenAndReadMatchesItsPasswordOnly() {
        PasswordHash read =
                PasswordHash.parse(PasswordHash.of("correct horse", RANDOM).phc());

        assertThat(read.matches("correct horse")).isTrue();
        assertThat(read.matches("correct horsf")).isFalse();
        assertThat(read.matches("")).isFalse();
    }

    @Test
    void theSamePasswordTwiceHasTwoHashes() {
        assertThat(PasswordHash.of("one", RANDOM).phc())
                .isNotEqualTo(PasswordHash.of("one", RANDOM).phc());
    }

    @Test
    void aHashDoesNotPrintItself() {
        assertThat(PasswordHash.of("one", RANDOM)).hasToString("PasswordHash[argon2id]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA", "$2b$12$abcdef"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
