package org.imprimatur.kit.identity;

import java.time.Instant;

/**
 * One signed-in browser.
 *
 * @param identity as it was at sign-in; who came by a local account has the roles that the account has now
 * @param origin who vouched for the person
 * @param csrf what every form of the session sends back
 * @param begun when the person signed in
 * @param seen about when the session was last used
 */
record Session(Identity identity, Origin origin, String csrf, Instant begun, Instant seen) {

    /** Who vouched for the person at sign-in. */
    enum Origin {
        LOCAL,
        PROVIDER
    }

    @Override
    public String toString() {
        return "Session[" + identity.id() + "]";
    }
}
