package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.wire.LiveHash;

/** Says what a record shows to the public, and whether that is what was approved. */
final class BlueskyReading {
    private static final String PUBLIC = "https://bsky.app/profile/";
    private static final Pattern URI = Pattern.compile("at://([^/]+)/[^/]+/([^/]+)");

    private final InstantSource clock;

    BlueskyReading(InstantSource clock) {
        this.clock = clock;
    }

    /** The last part of a record's address; the address that people see has the same. */
    static String key(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** What the public sees of a record that was read; {@code there} has {@code uri} and {@code value}. */
    Live live(JsonNode there) {
        List<String> pictures = new ArrayList<>();
        there.path("value")
                .path("embed")
                .path("images")
                .forEach(image -> pictures.add(ContentId.sha256(
                        image.path("image").path("ref").path("$link").asText(""))));
        return new Live(
                there.path("value").path("text").asText(""),
                pictures,
                address(there.path("uri").asText("")),
                clock.instant());
    }

    /** Ok when the record shows what was approved; else Unknown, since something is live. */
    Outcome compared(Post post, JsonNode there) {
        String uri = there.path("uri").asText("");
        if (uri.isBlank() || !BlueskyRecord.isOf(post, there.path("value"))) {
            return new Outcome.Unknown("what is live under the name of this delivery is not what was approved");
        }
        Live live = live(there);
        return new Outcome.Ok(new Receipt(uri, live.url()), Optional.of(LiveHash.of(live.text(), live.media())));
    }

    private static Optional<String> address(String uri) {
        return Optional.of(URI.matcher(uri))
                .filter(Matcher::matches)
                .map(found -> PUBLIC + found.group(1) + "/post/" + found.group(2));
    }
}
