package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Post;

/** A post as a record {@code app.bsky.feed.post}: what may be in one, how it is written, whether one is that of a post. */
final class BlueskyRecord {
    static final String COLLECTION = "app.bsky.feed.post";

    private static final int MOST_GRAPHEMES = 300;
    private static final int MOST_BYTES = 3000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BlueskyRecord() {}

    /** Why Bluesky would not take the post, or would show something else than the post; empty when neither. */
    static Optional<String> obstacle(Post post) {
        if (!post.media().isEmpty()) {
            return Optional.of("the post has a picture, and the publisher has no bytes of it");
        }
        if (post.inReplyTo().isPresent()) {
            return Optional.of("a reply can't be put under what it answers yet");
        }
        if (post.text().isBlank()) {
            return Optional.of("the post is empty");
        }
        int graphemes = Graphemes.count(post.text());
        if (graphemes > MOST_GRAPHEMES) {
            return Optional.of("the text has " + graphemes + " characters, and Bluesky takes " + MOST_GRAPHEMES);
        }
        int bytes = post.text().getBytes(StandardCharsets.UTF_8).length;
        return bytes > MOST_BYTES
                ? Optional.of("the text has " + bytes + " bytes of UTF-8, and Bluesky takes " + MOST_BYTES)
                : Optional.empty();
    }

    /**
     * The record; the same for the same arguments.
     *
     * @param mentioned account ids by handle; a handle without one stays plain text
     */
    static ObjectNode of(Post post, List<Facet> facets, Map<String, String> mentioned, List<String> languages) {
        ObjectNode node = JSON.createObjectNode().put("$type", COLLECTION).put("text", post.text());
        ArrayNode array = JSON.createArrayNode();
        facets.forEach(facet -> feature(facet, mentioned).ifPresent(feature -> {
            ObjectNode item = array.addObject();
            item.putObject("index").put("byteStart", facet.start()).put("byteEnd", facet.end());
            item.putArray("features").add(feature);
        }));
        if (!array.isEmpty()) {
            node.set("facets", array);
        }
        if (!languages.isEmpty()) {
            ArrayNode langs = node.putArray("langs");
            languages.forEach(langs::add);
        }
        return node.put("createdAt", TIME.format(post.preparedAt()));
    }

    /**
     * Whether a record says what was approved and nothing else.
     *
     * <p>Languages, and which account a handle led to, may have changed between two calls; they change nothing that is
     * read.
     */
    static boolean isOf(Post post, JsonNode live) {
        JsonNode wanted = of(post, Facet.of(post.text()), Map.of(), List.of());
        boolean plain = live.path("embed").isMissingNode() && live.path("reply").isMissingNode();
        return plain
                && live.path("text").equals(wanted.path("text"))
                && live.path("createdAt").equals(wanted.path("createdAt"))
                && withoutMentions(live).equals(withoutMentions(wanted));
    }

    private static Optional<ObjectNode> feature(Facet facet, Map<String, String> mentioned) {
        ObjectNode feature = JSON.createObjectNode();
        return switch (facet.kind()) {
            case LINK ->
                Optional.of(feature.put("$type", "app.bsky.richtext.facet#link").put("uri", facet.value()));
            case TAG ->
                Optional.of(feature.put("$type", "app.bsky.richtext.facet#tag").put("tag", facet.value()));
            case MENTION ->
                Optional.ofNullable(mentioned.get(facet.value()))
                        .map(did -> feature.put("$type", "app.bsky.richtext.facet#mention")
                                .put("did", did));
        };
    }

    private static ArrayNode withoutMentions(JsonNode record) {
        ArrayNode rest = JSON.createArrayNode();
        record.path("facets").forEach(facet -> {
            if (!facet.path("features").path(0).path("$type").asText("").endsWith("#mention")) {
                rest.add(facet);
            }
        });
        return rest;
    }
}
