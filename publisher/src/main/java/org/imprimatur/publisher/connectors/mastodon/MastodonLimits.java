package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.platforms.MastodonCounting;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.platforms.TextLimit;

/** Reads what an instance takes, as it says itself; where it says nothing, what the table of platforms says. */
final class MastodonLimits {
    private static final int USUAL_LINK = 23;

    private MastodonLimits() {}

    /** From the answer of {@code /api/v2/instance} or {@code /api/v1/instance}; nonsense counts as not said. */
    static Platform read(JsonNode instance) {
        JsonNode statuses = instance.path("configuration").path("statuses");
        int usual = Platforms.MASTODON.text().get(0).most();
        int characters = statuses.path("max_characters")
                .asInt(instance.path("max_toot_chars").asInt(usual));
        int link = statuses.path("characters_reserved_per_url").asInt(USUAL_LINK);
        int pictures = statuses.path("max_media_attachments")
                .asInt(Platforms.MASTODON.media().most());
        return Platforms.MASTODON.with(
                new TextLimit(new MastodonCounting(link > 0 ? link : USUAL_LINK), characters > 0 ? characters : usual),
                Math.max(0, pictures));
    }
}
