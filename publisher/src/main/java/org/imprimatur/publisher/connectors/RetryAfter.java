package org.imprimatur.publisher.connectors;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header Retry-After in both of its forms (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** When the header is absent or can't be read. */
    static final Duration WITHOUT_HEADER = Duration.ofMinutes(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    static Instant read(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> seconds(text, now).or(() -> date(text)))
                .orElseGet(() -> now.plus(WITHOUT_HEADER));
    }

    private static Optional<Instant> seconds(String text, Instant now) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(now.plusSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
