package org.imprimatur.kit.identity;

import java.time.Instant;

/** One signed-in browser. */
record Session(String accountId, String csrf, Instant begun, Instant seen) {

    Session seenAt(Instant now) {
        return new Session(accountId, csrf, begun, now);
    }

    @Override
    public String toString() {
        return "Session[" + accountId + "]";
    }
}
