package org.imprimatur.publisher.connectors;

import java.io.IOException;
import org.imprimatur.publisher.delivery.Outcome;

/** Opens accounts as the first step of a conversation. */
public record BoundAccounts(PlatformAccounts accounts, boolean needsHandle) {
    /** The account; a matter of credentials when it can't be used. */
    public Step<PlatformAccount> open(Errand errand) {
        try {
            PlatformAccount account = accounts.of(errand.account());
            return needsHandle && account.handle().isBlank() ? refused("a handle is missing") : Step.went(account);
        } catch (IOException unusable) {
            return refused(String.valueOf(unusable.getMessage()));
        }
    }

    private static Step<PlatformAccount> refused(String why) {
        return Step.stopped(new Outcome.Auth("no credentials of the account: " + why));
    }
}
