package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.delivery.Post;

/**
 * Where people see a status, as they copy it from a browser; the status may be on any server.
 *
 * @param text the whole address
 */
record StatusAddress(URI text) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e]{1,2000}");
    /** Forms of addresses that end with the id by which the same server's API knows the status. */
    private static final Pattern WITH_ID =
            Pattern.compile("(?:/web)?(?:/@[^/]+|/@[^/]+/statuses|/users/[^/]+/statuses|/notice)/([A-Za-z0-9]+)/?");

    /** Empty when it is none. */
    static Optional<StatusAddress> read(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    ? Optional.of(URI.create(text))
                            .filter(address -> address.getAuthority() != null)
                            .map(StatusAddress::new)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What a reply answers, by the first line of what the draft says of it; empty where it does not say. */
    static Optional<StatusAddress> answeredBy(Post post) {
        return post.inReplyTo()
                .flatMap(answered -> answered.lines().findFirst())
                .flatMap(first -> read(first.strip()));
    }

    /** The status's id on the account's own server, where the address is one of that server and shows it. */
    Optional<String> idOn(PlatformAccount account) {
        Matcher withId = WITH_ID.matcher(Objects.requireNonNullElse(text.getPath(), ""));
        return Objects.equals(text.getAuthority(), account.url().getAuthority()) && withId.matches()
                ? Optional.of(withId.group(1))
                : Optional.empty();
    }

    /** Whether it is this status's address, for people or for servers. */
    boolean isOf(JsonNode status) {
        return text.toString().equals(status.path("url").asText(""))
                || text.toString().equals(status.path("uri").asText(""));
    }
}
