package org.imprimatur.publisher.connectors.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Turns what X tells of a text back into what was written: it shortens links, names pictures by one, and escapes HTML. */
final class XText {
    private static final Pattern LINK = Pattern.compile("https?://(\\S+?)/?(?=\\s|$)");

    private XText() {}

    /**
     * The text as it was written.
     *
     * @param post with {@code text}, {@code entities.urls} and, for a long one, {@code note_post}
     */
    static String written(JsonNode post) {
        JsonNode full = post.path("note_post");
        JsonNode said = full.path("text").asText("").isEmpty() ? post : full;
        String text = said.path("text").asText("");
        for (JsonNode url : said.path("entities").path("urls")) {
            boolean picture = url.has("media_key");
            text = text.replace(
                    url.path("url").asText("\0"),
                    picture ? "" : url.path("expanded_url").asText(""));
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** Without the scheme and the last slash of links, which X adds where they were left out. */
    static String comparable(String text) {
        return LINK.matcher(text.strip()).replaceAll("$1");
    }
}
