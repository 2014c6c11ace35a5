package org.imprimatur.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * A refusal as RFC 9457 writes it ({@code application/problem+json}); {@code faults} are its {@code errors}.
 *
 * @param status the HTTP status, 400 to 599
 * @param title the same words for every refusal of this kind
 * @param detail what a person can do about this one; never draft text
 * @param faults every fault at once, empty when the detail says it all
 */
public record Problem(
        int status,
        String title,
        String detail,

        @JsonProperty("errors") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Fault> faults) {

    /** One fault of a request: a JSON pointer (RFC 6901, such as {@code #/text}) and what is wrong there. */
    public record Fault(String pointer, String detail) {}

    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599");
        }
        faults = List.copyOf(faults);
    }

    /** A problem whose title is the status's own name. */
    public static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    public static Problem of(int status, String detail, List<Fault> faults) {
        return new Problem(status, HttpStatus.forStatus(status).getMessage(), detail, faults);
    }
}
