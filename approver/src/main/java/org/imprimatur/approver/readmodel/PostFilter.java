package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * Which posts to list, held or not, and which page of them.
 *
 * @param words every one of these must stand in the newest text, the post id or the author; empty for all
 * @param author only whose newest revision this person wrote or last edited
 * @param account only for this account
 * @param from only handed in at that moment or later
 * @param until only handed in before that moment
 * @param reach only for these accounts
 * @param offset rows to skip
 * @param limit rows at most, 1 to 200
 */
public record PostFilter(
        String words,
        Optional<String> author,
        Optional<String> account,
        Optional<Instant> from,
        Optional<Instant> until,
        Reach reach,
        int offset,
        int limit) {
    public PostFilter {
        if (offset < 0 || limit < 1 || limit > 200) {
            throw new IllegalArgumentException("offset is at least 0 and limit 1 to 200");
        }
    }

    /** Of every account, as far as nothing else is asked for. */
    public PostFilter(
            String words,
            Optional<String> author,
            Optional<String> account,
            Optional<Instant> from,
            Optional<Instant> until,
            int offset,
            int limit) {
        this(words, author, account, from, until, Reach.EVERYTHING, offset, limit);
    }

    /** Every post, the newest {@code limit}. */
    public static PostFilter all(int limit) {
        return new PostFilter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
    }

    /** Of these accounts only, whatever else is asked for. */
    public PostFilter within(Reach reached) {
        return new PostFilter(words, author, account, from, until, reached, offset, limit);
    }
}
