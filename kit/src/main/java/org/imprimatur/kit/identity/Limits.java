package org.imprimatur.kit.identity;

/**
 * Requests a minute, with as many at once.
 *
 * @param person by one signed-in person
 * @param program by the owner of one key
 * @param signIn attempts to sign in, and wrong keys, from one address (of IPv6: one /64)
 */
public record Limits(int person, int program, int signIn) {

    /** Far above what people do, and below what hurts. */
    public static final Limits DEFAULT = new Limits(1_200, 60_000, 60);

    public Limits {
        if (person < 1 || program < 1 || signIn < 1) {
            throw new IllegalArgumentException("access.limit: a limit is at least one request a minute");
        }
    }
}
