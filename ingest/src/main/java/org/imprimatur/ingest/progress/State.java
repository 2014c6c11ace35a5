package org.imprimatur.ingest.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the newest revision of a post has come, in the words that its author reads. */
public enum State {
    /** Appended, not yet judged. */
    SCREENING,
    /** Waits for a person. */
    HELD,
    /** A reviewer looks at it. */
    CLAIMED,
    /** A reviewer asks for another revision. */
    CHANGES_ASKED,
    /** A reviewer refused it. */
    REJECTED,
    /** Somebody stopped it before it went out. */
    WITHDRAWN,
    /** Its time passed before it went out. */
    EXPIRED,
    /** The policy found nothing to hold; it is on its way. */
    CLEARED,
    /** Enough people approved it; it is on its way. */
    APPROVED,
    /** Waits for its time. */
    SCHEDULED,
    /** The platform is being called. */
    PUBLISHING,
    PUBLISHED,
    /** The platform did not answer: it may or may not be out, and a person must look. */
    UNCONFIRMED,
    /** The platform refused it. */
    FAILED,
    /** It was published and taken down. */
    REMOVED;

    /** As it stands in answers and queries, such as {@code changes-asked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a word from outside; empty when no state is called that. */
    public static Optional<State> parse(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
