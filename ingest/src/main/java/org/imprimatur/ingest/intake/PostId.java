package org.imprimatur.ingest.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one post through all its revisions; the key of every record about it.
 *
 * @param value 1 to 64 letters, digits and hyphens
 */
public record PostId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public PostId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a post id is 1 to 64 letters, digits and hyphens");
        }
    }

    /** Reads an id from outside; empty when no post can be called that. */
    public static Optional<PostId> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new PostId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
