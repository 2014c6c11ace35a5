package org.imprimatur.publisher.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What follows from an answer to a call to take something down: it is removed only when it was not there any more.
 *
 * @param attempt number of the call, 1 for the first
 */
record Takedowns(Status.Takedown takedown, int attempt, Instant now) {
    private static final String STILL_THERE = "the platform says that it took it down, and it is still there";
    private static final String NOT_SEEN = "the platform says that it took it down; a look was not possible: ";

    Status after(Removal removal, Sight seen) {
        if (removal instanceof Removal.Gone) {
            return removed();
        }
        if (removal instanceof Removal.CannotDelete never) {
            return ended(Stage.TAKEDOWN_TASK, never.reason());
        }
        if (removal instanceof Removal.Later later) {
            return again(Retries.clamp(later.until(), now), "the platform asks for fewer requests");
        }
        if (removal instanceof Removal.Unknown unknown) {
            return again(now.plus(Retries.delay(attempt)), unknown.reason());
        }
        return verified(seen);
    }

    private Status verified(Sight seen) {
        if (seen instanceof Sight.Gone) {
            return removed();
        }
        return seen instanceof Sight.Unseen unseen
                ? ended(Stage.TAKEDOWN_UNCONFIRMED, NOT_SEEN + unseen.reason())
                : again(now.plus(Retries.delay(attempt)), STILL_THERE);
    }

    private Status removed() {
        return takedown.at(Stage.REMOVED, Optional.empty(), Optional.empty());
    }

    private Status again(Instant due, String why) {
        return attempt >= Retries.MOST_ATTEMPTS
                ? ended(Stage.TAKEDOWN_UNCONFIRMED, "not taken down after " + attempt + " calls: " + why)
                : takedown.at(Stage.TAKEDOWN_REQUESTED, Optional.of(why), Optional.of(due));
    }

    private Status ended(Stage stage, String why) {
        return takedown.at(stage, Optional.of(why), Optional.empty());
    }
}
