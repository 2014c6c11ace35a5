package org.imprimatur.publisher.connectors;

import java.util.function.Supplier;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;

/** Says what a conversation that shall take something down came to. */
public final class Removals {
    private Removals() {}

    /**
     * Removed only when it can't be seen any more.
     *
     * @param asked the platform's answer that it took it down, or the outcome that stopped the conversation
     * @param look at what was to go
     */
    public static Removal verified(Step<Answer> asked, Supplier<Sight> look) {
        if (!(asked instanceof Step.Stopped<Answer> stopped)) {
            return look.get() instanceof Sight.Gone
                    ? new Removal.Removed()
                    : new Removal.Unknown("the platform says that it took it down, and it is not seen to be gone");
        }
        return stopped.outcome() instanceof Outcome.RateLimited limited
                ? new Removal.Later(limited.until())
                : new Removal.Unknown(reason(stopped.outcome()));
    }

    /** Why a conversation stopped. */
    public static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.reason();
        }
        if (outcome instanceof Outcome.Auth auth) {
            return auth.reason();
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            return notSent.reason();
        }
        return outcome instanceof Outcome.Unknown unknown ? unknown.reason() : "the platform asks for fewer requests";
    }
}
