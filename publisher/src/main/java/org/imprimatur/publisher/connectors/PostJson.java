package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;

/** A post as JSON for the outside; the same post always gives the same bytes, so that a repeat can be told. */
final class PostJson {
    static final String CONTENT_HASH = "contentHash";
    static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PostJson() {}

    /** UTF-8 on one line. */
    static byte[] compact(Post post) {
        return bytes(node(post).toString());
    }

    /** UTF-8 for people to read. */
    static byte[] pretty(Post post) {
        return bytes(node(post).toPrettyString() + "\n");
    }

    /** Reads an object back; whatever is no JSON object is an empty one. */
    static ObjectNode read(byte[] json) {
        try {
            return JSON.readTree(new String(json, StandardCharsets.UTF_8)) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }

    /** The order to take something down: what it is called, and none of its text. */
    static byte[] takeDown(Publication publication) {
        return bytes(JSON.createObjectNode()
                .put("type", "take-down")
                .put("postId", publication.id().postId())
                .put("revision", publication.id().revision())
                .put("account", publication.id().account())
                .put("platform", publication.platform())
                .put(IDEMPOTENCY_KEY, publication.idempotencyKey())
                .toString());
    }

    private static ObjectNode node(Post post) {
        ObjectNode node = JSON.createObjectNode()
                .put("postId", post.id().postId())
                .put("revision", post.id().revision())
                .put("account", post.id().account())
                .put("platform", post.platform())
                .put("text", post.text());
        post.inReplyTo().ifPresent(answered -> node.put("inReplyTo", answered));
        ArrayNode media = node.putArray("media");
        post.media()
                .forEach(item -> media.addObject()
                        .put("sha256", item.hash())
                        .put("mediaType", item.mediaType())
                        .put("altText", item.altText()));
        return node.put(CONTENT_HASH, post.contentHash())
                .put(IDEMPOTENCY_KEY, post.idempotencyKey())
                .put("preparedAt", post.preparedAt().toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
