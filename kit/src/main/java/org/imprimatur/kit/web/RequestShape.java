package org.imprimatur.kit.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests that two readers could read differently: tricks with paths, hosts and encodings.
 *
 * <p>No address of ours needs an encoded slash, dot, backslash or NUL, an empty segment or a path parameter; no body of
 * ours comes compressed, so that a few bytes never become many.
 *
 * @param names the hosts by which we may be called; empty for any
 */
record RequestShape(Set<String> names) {

    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?i)%(2f|5c|2e|25|0|1|7f)|[\\\\;]|//|/\\.{1,2}(/|$)|[\\x00-\\x20\\x7f]");
    private static final Pattern CONTROL = Pattern.compile("(?i)%(00|7f)");

    RequestShape {
        names = Set.copyOf(names);
    }

    void check(Context context) {
        String query = Optional.ofNullable(context.req().getQueryString()).orElse("");
        if (AMBIGUOUS.matcher(context.req().getRequestURI()).find()
                || CONTROL.matcher(query).find()) {
            throw ProblemException.of(400, "The address is written in a way that is not taken here.");
        }
        if (context.header("X-HTTP-Method-Override") != null) {
            throw ProblemException.of(400, "A request is what its method says.");
        }
        if (!isForUs(context)) {
            throw ProblemException.of(421, "This program is not known by that name.");
        }
        Optional.ofNullable(context.header("Content-Encoding"))
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .ifPresent(encoding -> {
                    throw ProblemException.of(415, "Send the body as it is, not compressed.");
                });
    }

    /** Probes and scrapers call by address. */
    private boolean isForUs(Context context) {
        String path = context.path();
        return names.isEmpty()
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || names.contains(context.req().getServerName().toLowerCase(Locale.ROOT));
    }
}
