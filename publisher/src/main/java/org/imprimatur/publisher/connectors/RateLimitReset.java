package org.imprimatur.publisher.connectors;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads from which moment on a platform takes requests again: Retry-After, or one of the names of a reset. */
final class RateLimitReset {
    private static final long EARLIEST_EPOCH_SECOND = 1_000_000_000;
    private static final int MOST_DIGITS = 11;

    private RateLimitReset() {}

    /** In a minute when no header says it in a form that can be read: ISO-8601, epoch seconds or seconds from now. */
    static Instant read(HttpHeaders headers, Instant now) {
        Optional<String> retryAfter = headers.firstValue("retry-after");
        if (retryAfter.isPresent()) {
            return RetryAfter.read(retryAfter, now);
        }
        return headers.firstValue("x-ratelimit-reset")
                .or(() -> headers.firstValue("ratelimit-reset"))
                .or(() -> headers.firstValue("x-rate-limit-reset"))
                .map(String::strip)
                .flatMap(text -> number(text, now).or(() -> date(text)))
                .orElseGet(() -> now.plus(RetryAfter.WITHOUT_HEADER));
    }

    private static Optional<Instant> number(String text, Instant now) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(text);
        return Optional.of(
                seconds >= EARLIEST_EPOCH_SECOND ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
