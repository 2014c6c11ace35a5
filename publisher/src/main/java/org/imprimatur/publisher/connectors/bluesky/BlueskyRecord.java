package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.delivery.Post;

/** A post as a record {@code app.bsky.feed.post}: how it is written, and whether one is that of a post. */
final class BlueskyRecord {
    static final String COLLECTION = "app.bsky.feed.post";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BlueskyRecord() {}

    /**
     * What the record needs besides the post.
     *
     * @param mentioned account ids by handle; a handle without one stays plain text
     * @param languages of the text
     * @param pictures that the server has by now
     * @param reply {@code root} and {@code parent}; empty for a post of our own
     */
    record Parts(
            Map<String, String> mentioned, List<String> languages, List<Picture> pictures, Optional<JsonNode> reply) {
        static final Parts NONE = new Parts(Map.of(), List.of(), List.of(), Optional.empty());
    }

    /** The record; the same for the same arguments. */
    static ObjectNode of(Post post, Parts parts) {
        ObjectNode node = JSON.createObjectNode().put("$type", COLLECTION).put("text", post.text());
        ArrayNode array = JSON.createArrayNode();
        Facet.of(post.text())
                .forEach(facet -> feature(facet, parts.mentioned()).ifPresent(feature -> {
                    ObjectNode item = array.addObject();
                    item.putObject("index").put("byteStart", facet.start()).put("byteEnd", facet.end());
                    item.putArray("features").add(feature);
                }));
        if (!array.isEmpty()) {
            node.set("facets", array);
        }
        if (!parts.languages().isEmpty()) {
            ArrayNode langs = node.putArray("langs");
            parts.languages().forEach(langs::add);
        }
        if (!parts.pictures().isEmpty()) {
            node.set("embed", BlueskyImages.of(parts.pictures()));
        }
        parts.reply().ifPresent(reply -> node.set("reply", reply));
        return node.put("createdAt", TIME.format(post.preparedAt()));
    }

    /**
     * Whether a record says what was approved and nothing else.
     *
     * <p>Languages, and which account a handle led to, may have changed between two calls; they change nothing that is
     * read.
     */
    static boolean isOf(Post post, JsonNode live) {
        JsonNode wanted = of(post, Parts.NONE);
        return live.path("text").equals(wanted.path("text"))
                && live.path("createdAt").equals(wanted.path("createdAt"))
                && withoutMentions(live).equals(withoutMentions(wanted))
                && BlueskyImages.isOf(post.media(), live.path("embed"))
                && isUnder(ReplyTarget.of(post), live.path("reply"));
    }

    private static boolean isUnder(Optional<ReplyTarget> target, JsonNode reply) {
        return target.map(there -> there.isAt(reply.path("parent").path("uri").asText("")))
                .orElseGet(reply::isMissingNode);
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
