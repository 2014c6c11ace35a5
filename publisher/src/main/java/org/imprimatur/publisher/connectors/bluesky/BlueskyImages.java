package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.delivery.Post;

/** The pictures of a record, {@code app.bsky.embed.images}. */
final class BlueskyImages {
    private static final String TYPE = "app.bsky.embed.images";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BlueskyImages() {}

    /** Names each picture by its bytes; the server must have them. */
    static ObjectNode of(List<Picture> pictures) {
        ObjectNode embed = JSON.createObjectNode().put("$type", TYPE);
        ArrayNode images = embed.putArray("images");
        for (Picture picture : pictures) {
            ObjectNode image = images.addObject().put("alt", picture.media().altText());
            ObjectNode blob = image.putObject("image").put("$type", "blob");
            blob.putObject("ref").put("$link", ContentId.of(picture.media().hash()));
            blob.put("mimeType", picture.media().mediaType()).put("size", picture.bytes().length);
            image.putObject("aspectRatio").put("width", picture.width()).put("height", picture.height());
        }
        return embed;
    }

    /** Whether a record shows exactly those pictures with exactly those descriptions, in that order. */
    static boolean isOf(List<Post.Media> media, JsonNode embed) {
        if (media.isEmpty()) {
            return embed.isMissingNode();
        }
        JsonNode images = embed.path("images");
        boolean same = embed.path("$type").asText("").equals(TYPE) && images.size() == media.size();
        for (int at = 0; same && at < media.size(); at++) {
            JsonNode image = images.path(at);
            same = image.path("alt").asText("").equals(media.get(at).altText())
                    && isOf(media.get(at), image.path("image"));
        }
        return same;
    }

    /** Whether what a server calls a blob is the picture, byte for byte. */
    static boolean isOf(Post.Media media, JsonNode blob) {
        return blob.path("ref").path("$link").asText("").equals(ContentId.of(media.hash()))
                && blob.path("mimeType").asText("").equals(media.mediaType());
    }
}
