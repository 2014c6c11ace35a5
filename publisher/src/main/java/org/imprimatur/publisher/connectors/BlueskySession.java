package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;

/**
 * What a Bluesky server opened for an account.
 *
 * @param account by which credentials; other ones need another session
 * @param did the account's own id, which outlives its handle
 * @param access for the next hours
 * @param refresh gives a new session once
 */
record BlueskySession(PlatformAccount account, String did, Secret access, Secret refresh) {
    /** Empty when the answer holds no session. */
    static Optional<BlueskySession> read(PlatformAccount account, JsonNode answer) {
        String did = answer.path("did").asText("");
        String access = answer.path("accessJwt").asText("");
        String refresh = answer.path("refreshJwt").asText("");
        return did.isBlank() || access.isBlank() || refresh.isBlank()
                ? Optional.empty()
                : Optional.of(new BlueskySession(account, did, Secret.of(access), Secret.of(refresh)));
    }
}
