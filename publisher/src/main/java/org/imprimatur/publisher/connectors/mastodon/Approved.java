package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Post;

/**
 * What a status has to be like: compares one that is live with what was approved.
 *
 * @param under the id of what it answers on the account's server; empty for a post of its own
 */
record Approved(Post post, Optional<String> under) {
    /** Whether it stands in its place with its pictures; their bytes differ, so descriptions and order tell them. */
    boolean hasPlaceAndPicturesOf(JsonNode status) {
        JsonNode attachments = status.path("media_attachments");
        boolean same = status.path("in_reply_to_id").asText("").equals(under.orElse(""))
                && attachments.size() == post.media().size();
        for (int at = 0; same && at < attachments.size(); at++) {
            String description = attachments.path(at).path("description").asText("");
            same = description.equals(post.media().get(at).altText().strip());
        }
        return same;
    }

    /** Whether the HTML that the server made says the text; it does not where marks or mentions became something else. */
    boolean isSaidBy(JsonNode status) {
        return StatusText.isSaidBy(status.path("content").asText(""), post.text());
    }

    /** Whether its source may be the text; asked before the source itself, since servers count requests. */
    boolean mayBe(JsonNode status) {
        return StatusText.isPartOf(status.path("content").asText(""), post.text());
    }

    /** Whether this is the text as it was sent. */
    boolean hasTextOf(JsonNode source) {
        return source.path("text").asText("").equals(post.text().strip());
    }
}
