package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.imprimatur.kit.web.ProblemException;

/** What a request's address and form say, as types; nonsense is a problem 400. */
public final class Asked {
    private Asked() {}

    public static Optional<Integer> number(Context context, String parameter) {
        return Optional.ofNullable(context.queryParam(parameter)).map(Asked::positive);
    }

    static int offset(Context context) {
        return number(context, "skip").orElse(0);
    }

    public static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }

    /** For the value of a name in an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A day such as {@code 2026-11-22}; empty where none is written. */
    static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(written).filter(each -> !each.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException none) {
            throw ProblemException.of(400, "A day is written like 2026-11-22.");
        }
    }

    /** When a day begins in UTC. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static int numberField(Context context, String name) {
        return positive(field(context, name));
    }

    private static int positive(String digits) {
        if (!digits.matches("[0-9]{1,9}")) {
            throw ProblemException.of(400, "A number in this address or form is not one. Go back and try again.");
        }
        return Integer.parseInt(digits);
    }
}
