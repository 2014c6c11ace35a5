package org.imprimatur.ingest.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.ingest.intake.PostId;

/**
 * One page of a person's posts, the youngest first.
 *
 * @param next where the following page begins; empty on the last one
 */
public record PostList(List<Line> lines, Optional<Cursor> next) {
    public PostList {
        lines = List.copyOf(lines);
    }

    /**
     * One post.
     *
     * @param state a word of {@link org.imprimatur.ingest.progress.State}
     * @param begunAt when its first revision was submitted, milliseconds since 1970
     */
    public record Line(PostId postId, String state, long begunAt) {}

    /**
     * What to list.
     *
     * @param state a word of {@link org.imprimatur.ingest.progress.State}; empty for all
     * @param most lines on the page, 1 or more
     */
    public record Query(String person, String state, Cursor before, int most) {}

    /** A place between two posts. */
    public record Cursor(long begunAt, String postId) {
        private static final Pattern FORM = Pattern.compile("(\\d{1,18})_([A-Za-z0-9-]{0,64})");

        /** Before the youngest post. */
        public static final Cursor START = new Cursor(Long.MAX_VALUE, "");

        /** Reads what {@link #toString} wrote; empty for anything else. */
        public static Optional<Cursor> parse(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Cursor(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return begunAt + "_" + postId;
        }
    }
}
