package org.imprimatur.approver.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who looks at a case now, the same on every instance. Safe for use by many threads. */
public final class Presences {
    /** A page says every 20 seconds that it is open; after two that were lost it counts as closed. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(50);

    private final Rows rows;

    /** Over the table of {@link PresenceProjector}. */
    public Presences(Rows rows) {
        this.rows = rows;
    }

    /**
     * One person who looks.
     *
     * @param person their id
     * @param since since when without a pause
     */
    public record Looking(String person, Instant since) {}

    /** Who looks at this post at that moment, who came first first. */
    public List<Looking> at(String postId, Instant now) {
        String seen = "SELECT person, min(since) AS came FROM glances WHERE post_id = ? AND open AND seen_at > ?"
                + " GROUP BY person ORDER BY came, person";
        long oldest = now.minus(FORGOTTEN_AFTER).toEpochMilli();
        return rows.read(connection -> Sql.of(connection, seen, postId, oldest)
                .list(row -> new Looking(row.getString(1), Instant.ofEpochMilli(row.getLong(2)))));
    }

    /** Who looks at which post at that moment, by post id; posts at which nobody looks are left out. */
    public Map<String, List<Looking>> all(Instant now) {
        String seen = "SELECT post_id, person, min(since) AS came FROM glances WHERE open AND seen_at > ?"
                + " GROUP BY post_id, person ORDER BY came, person";
        long oldest = now.minus(FORGOTTEN_AFTER).toEpochMilli();
        return rows
                .read(connection -> Sql.of(connection, seen, oldest)
                        .list(row -> Map.entry(
                                row.getString(1), new Looking(row.getString(2), Instant.ofEpochMilli(row.getLong(3))))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Calls back when somebody came, stayed or went, on a thread that must not be kept. */
    public void onChange(Runnable listener) {
        rows.onChange(keys -> listener.run());
    }
}
