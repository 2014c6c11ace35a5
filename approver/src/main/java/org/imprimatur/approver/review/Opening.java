package org.imprimatur.approver.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a case is opened with.
 *
 * @param content what is under review
 * @param contributors everybody who wrote or edited any revision; none of them may decide
 * @param requirement how many must approve
 * @param risk whether it may be approved together with others
 * @param judged the verdict that held it
 * @param expiresAt the first moment at which it can't go out any more; empty for never
 */
public record Opening(
        Content content,
        Set<String> contributors,
        Requirement requirement,
        Risk risk,
        Judgement judged,
        Optional<Instant> expiresAt) {
    /** How long after its own time a post still makes sense when its author named no end. */
    public static final Duration AFTER_ITS_TIME = Duration.ofDays(1);

    public Opening {
        contributors = Set.copyOf(contributors);
    }

    /**
     * Which verdict held it.
     *
     * @param policyVersion empty when there was no policy
     * @param engineVersion of the engine
     * @param at when it was judged
     */
    public record Judgement(String policyVersion, String engineVersion, Instant at) {

        /**
         * Whether this is a later word, such as under another policy or after an authorization was revoked; the same
         * verdict told again is not.
         */
        boolean replaces(Judgement other) {
            return at.isAfter(other.at);
        }
    }

    /**
     * When a post can't go out any more.
     *
     * @param named what its author said
     * @param scheduledAt its own time; {@link #AFTER_ITS_TIME} later it is stale
     */
    public static Optional<Instant> expiry(Optional<Instant> named, Optional<Instant> scheduledAt) {
        return named.or(() -> scheduledAt.map(at -> at.plus(AFTER_ITS_TIME)));
    }

    Opening drawn() {
        return new Opening(content, contributors, requirement.drawn(), risk, judged, expiresAt);
    }

    boolean expired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}
