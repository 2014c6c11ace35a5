package org.imprimatur.approver.review;

import java.time.Duration;
import java.time.Instant;

/**
 * A claim on a case: until it runs out, nobody else decides. Whatever its holder does makes it longer.
 *
 * @param by id of the claimant
 * @param until the first moment at which it no longer holds
 */
public record Lease(String by, Instant until) {
    /** How long a claim holds after the holder's last activity. */
    public static final Duration LENGTH = Duration.ofMinutes(15);

    /** Being there is written down this often at most. */
    public static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    static Lease from(String by, Instant at) {
        return new Lease(by, at.plus(LENGTH));
    }

    boolean holds(Instant now) {
        return now.isBefore(until);
    }

    boolean keepsOut(String person, Instant now) {
        return !by.equals(person) && holds(now);
    }

    /** Whether the holder's last activity is so recent that another one need not be written down. */
    boolean fresh(Instant now) {
        return now.isBefore(until.minus(LENGTH).plus(NOTED_EVERY));
    }

    /** After something happened: longer if its holder did it in time. */
    Lease after(Stamp stamp) {
        boolean active = stamp.actor().filter(person -> person.id().equals(by)).isPresent() && holds(stamp.at());
        return active ? from(by, stamp.at()) : this;
    }
}
