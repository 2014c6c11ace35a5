package org.imprimatur.approver.web.author;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A time of day that an author typed, in the zone of an account.
 *
 * @param at when that is; empty when it is no time there
 * @param fault why it is none, and what to choose
 * @param remark what one should know about it
 */
record Slot(Optional<OffsetDateTime> at, Optional<String> fault, Optional<String> remark) {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final Slot NONE = new Slot(Optional.empty(), Optional.empty(), Optional.empty());

    /** Reads {@code 2026-12-01T09:00}; an hour that the clocks skip is refused, one that comes twice is its first. */
    static Slot of(String typed, ZoneId zone) {
        if (typed.isBlank()) {
            return NONE;
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(typed);
        } catch (DateTimeException none) {
            return refused("This is not a time; write it as 2026-12-01T09:00.");
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            return refused(CLOCK.format(local) + " does not exist on this day in " + name(zone)
                    + ": the clocks go forward from " + CLOCK.format(gap.getDateTimeBefore()) + " to "
                    + CLOCK.format(gap.getDateTimeAfter()) + ". Choose " + CLOCK.format(gap.getDateTimeAfter())
                    + " or later.");
        }
        Optional<String> twice = offsets.size() > 1
                ? Optional.of(CLOCK.format(local) + " comes twice on this day in " + name(zone)
                        + ", because the clocks go back; the first one is meant.")
                : Optional.empty();
        return new Slot(Optional.of(OffsetDateTime.of(local, offsets.get(0))), Optional.empty(), twice);
    }

    private static Slot refused(String fault) {
        return new Slot(Optional.empty(), Optional.of(fault), Optional.empty());
    }

    /** As {@code POST /v1/drafts} takes it. */
    Optional<String> machine() {
        return at.map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).map(text -> {
            // the standard leaves out seconds that are zero, and the API asks for them
            return at.get().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
        });
    }

    /** Such as “Tue 1 Dec 2026, 09:00 in Denver”. */
    static String shown(Instant at, ZoneId zone) {
        return SHOWN.format(at.atZone(zone)) + " in " + name(zone);
    }

    /** How the author would have typed it. */
    static String typed(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(at.atZone(zone));
    }

    /** The zone that somebody's browser names; UTC when it names none. */
    static ZoneId zone(String named) {
        try {
            return named.isBlank() ? ZoneOffset.UTC : ZoneId.of(named);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** Such as “Denver”, or the whole name where it is no place. */
    static String name(ZoneId zone) {
        String id = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** Such as “1 h 20 min”. */
    static String length(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
