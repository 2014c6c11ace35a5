package org.imprimatur.publisher.connectors.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Base64;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.RestApi;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;

/** Uploads pictures to X and describes them; nothing is public by this. */
final class XPictures {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestApi api;
    private final InstantSource clock;

    XPictures(RestApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** X's id of it. */
    Step<String> uploaded(PlatformAccount account, Errand errand, Picture picture) {
        ObjectNode body = JSON.createObjectNode()
                .put("media", Base64.getEncoder().encodeToString(picture.bytes()))
                .put("media_category", "tweet_image");
        return ok(api.post(account, "/2/media/upload", body), errand).then(answer -> {
            JsonNode made = answer.body().path("data");
            String state = made.path("processing_info").path("state").asText("succeeded");
            String id = made.path("id").asText("");
            if (!state.equals("succeeded") || id.isEmpty()) {
                return Step.stopped(new Outcome.NotSent("X has not taken a picture yet"));
            }
            return picture.media().altText().isEmpty()
                    ? Step.went(id)
                    : described(account, errand, id, picture.media().altText());
        });
    }

    private Step<String> described(PlatformAccount account, Errand errand, String id, String altText) {
        ObjectNode body = JSON.createObjectNode().put("id", id);
        body.putObject("metadata").putObject("alt_text").put("text", altText);
        return ok(api.post(account, "/2/media/metadata", body), errand).then(done -> Step.went(id));
    }

    private Step<Answer> ok(Step<Answer> asked, Errand errand) {
        return asked.then(
                answer -> answer.isOk() ? Step.went(answer) : Step.stopped(answer.refusal(errand, clock.instant())));
    }
}
