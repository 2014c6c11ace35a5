package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.publisher.delivery.Outcome;

/**
 * What a platform answered.
 *
 * @param platform its name in sentences for people
 * @param status of HTTP
 * @param body its JSON; a missing node when it was none
 */
public record Answer(String platform, int status, HttpHeaders headers, JsonNode body) {
    private static final Pattern ONE_WORD = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}");
    private static final Set<String> KNOWN_PHRASES = Set.of(
            "Validation failed",
            "Record not found",
            "This action is not allowed",
            "This action is outside the authorized scopes",
            "This method requires an authenticated user",
            "The access token is invalid",
            "The access token was revoked",
            "Too many requests",
            "Bad Request",
            "Unauthorized",
            "Forbidden",
            "Not Found",
            "Unprocessable Entity");

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The kind of error, by the member that the platform has for it; empty text when there is none. */
    public String error() {
        return Stream.of(body.path("error"), body.path("error").path("type"), body.path("code"), body.path("title"))
                .map(member -> member.asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Such as "Mastodon answered 422 (Validation failed)"; nothing in it is from the post. */
    public String said(Errand errand) {
        return platform + " answered " + status + errorName(errand);
    }

    /** What follows from an answer that is not OK; the reason holds the kind of error and nothing that we sent. */
    public Outcome refusal(Errand errand, Instant now) {
        String said = said(errand);
        if (status == 401 || status == 403) {
            return new Outcome.Auth(said);
        }
        if (status == 429) {
            return new Outcome.RateLimited(RateLimitReset.read(headers, now));
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Rejected(said + ": redirects are not followed, name its target in the account's file");
        }
        return status >= 400 && status < 500 ? new Outcome.Rejected(said) : new Outcome.Unknown(said);
    }

    /** An answer may quote what it refuses, so only a well-known phrase passes, or one word that is not the post's. */
    private String errorName(Errand errand) {
        String name = error().split(":", -1)[0].strip();
        boolean word = ONE_WORD.matcher(name).matches()
                && !errand.unsaid().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        return word || KNOWN_PHRASES.contains(name) ? " (" + name + ")" : "";
    }

    /** The status alone: the body may hold tokens and texts. */
    @Override
    public String toString() {
        return "Answer[" + platform + " " + status + "]";
    }
}
