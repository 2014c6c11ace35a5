package org.imprimatur.publisher.connectors;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;

/**
 * How a token that ends is renewed: by OAuth 2.0 with a refresh token, or, where the address names its own {@code
 * grant_type}, by showing the token itself as Threads and Instagram want it.
 *
 * @param url of the platform's token endpoint; https, or http on this machine itself
 * @param client the id under which the platform knows us
 * @param clientSecret where the platform gave one
 * @param token the first one; later ones are kept by us
 */
record Renewal(URI url, String client, Optional<Secret> clientSecret, Secret token) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    Renewal {
        boolean open = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost())));
        if (!open || url.getHost() == null) {
            throw new IllegalArgumentException("a renewal's url is https with a host");
        }
    }

    /** Whether the token itself is shown, and a new one of its kind comes back. */
    boolean isOfTheTokenItself() {
        return String.valueOf(url.getQuery()).contains("grant_type=");
    }
}
