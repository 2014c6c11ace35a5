package org.imprimatur.approver.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time for a reader: near ones in words, exact for who needs it.
 *
 * @param words such as “2 h ago” or “in 15 min”
 * @param exact such as “22 Nov 2026, 17:05 UTC”
 * @param machine ISO 8601
 */
public record Moment(String words, String exact, String machine) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Seen from {@code now}. */
    public static Moment of(Instant at, Instant now) {
        Duration ago = Duration.between(at, now);
        String words = Math.abs(ago.toSeconds()) < 60
                ? "just now"
                : ago.isNegative() ? "in " + length(ago.negated()) : length(ago) + " ago";
        return new Moment(words, EXACT.format(at), at.toString());
    }

    /** When something is done next, seen from {@code now}. */
    static Moment next(Instant at, Instant now) {
        Duration left = Duration.between(now, at);
        String words = left.toSeconds() < 60 ? "any moment" : "in " + length(left);
        return new Moment(words, EXACT.format(at), at.toString());
    }

    /** When a decision is due, seen from {@code now}. */
    public static Moment due(Instant at, Instant now) {
        Duration left = Duration.between(now, at);
        String words =
                left.isNegative() || left.isZero() ? "Overdue by " + length(left.negated()) : "Due in " + length(left);
        return new Moment(words, EXACT.format(at), at.toString());
    }

    /** A day without a time, such as “22 Nov 2026”. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Only the time of day, for what ends soon. */
    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** The time of day to the second, for what ends in less than a minute. */
    static String seconds(Instant at) {
        return SECONDS.format(at);
    }

    private static String length(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = duration.toHours();
        if (hours < 48) {
            long rest = duration.toMinutesPart();
            return hours < 6 && rest > 0 ? hours + " h " + rest + " min" : hours + " h";
        }
        return duration.toDays() + " days";
    }
}
