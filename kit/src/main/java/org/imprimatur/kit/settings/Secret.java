package org.imprimatur.kit.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that prints as stars; whoever needs the value says so by {@link #reveal()}. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is not blank");
        }
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
