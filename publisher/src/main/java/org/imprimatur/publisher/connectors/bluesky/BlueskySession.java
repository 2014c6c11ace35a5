package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.connectors.PlatformAccount;

/**
 * What a Bluesky server opened for an account.
 *
 * @param account by which credentials; other ones need another session
 * @param did the account's own id, which outlives its handle
 * @param access for the next hours
 * @param refresh gives a new session once
 * @param until the access ends; {@link Instant#MAX} when it does not say so
 */
record BlueskySession(PlatformAccount account, String did, Secret access, Secret refresh, Instant until) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty when the answer holds no session. */
    static Optional<BlueskySession> read(PlatformAccount account, JsonNode answer) {
        String did = answer.path("did").asText("");
        String access = answer.path("accessJwt").asText("");
        String refresh = answer.path("refreshJwt").asText("");
        return did.isBlank() || access.isBlank() || refresh.isBlank()
                ? Optional.empty()
                : Optional.of(new BlueskySession(account, did, Secret.of(access), Secret.of(refresh), end(access)));
    }

    /** Whether it is to be renewed before it is used again. */
    boolean endsBefore(Instant when) {
        return until.isBefore(when);
    }

    /** The claim {@code exp} of a JSON Web Token; servers may give other tokens. */
    private static Instant end(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[Math.min(1, parts.length - 1)]));
            return claims.path("exp").canConvertToLong()
                    ? Instant.ofEpochSecond(claims.path("exp").asLong())
                    : Instant.MAX;
        } catch (IOException | IllegalArgumentException | DateTimeException other) {
            return Instant.MAX;
        }
    }
}
