package org.imprimatur.kit.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time as people write it. */
final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}) *(ms|s|m|h|d)");

    private Durations() {}

    /** Empty for anything that is no length of time, and for a negative one. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        try {
            Duration iso = Duration.parse(text);
            return iso.isNegative() ? Optional.empty() : Optional.of(iso);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
