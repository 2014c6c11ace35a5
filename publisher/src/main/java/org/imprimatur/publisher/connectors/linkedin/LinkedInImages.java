package org.imprimatur.publisher.connectors.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Pause;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.RestApi;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;

/** Brings pictures to LinkedIn: asks for a place, puts the bytes there, and looks until they are processed. */
final class LinkedInImages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_LOOKS = 30;

    private final RestApi api;
    private final Pause pause;
    private final BiFunction<Step<Answer>, Errand, Step<Answer>> ok;

    LinkedInImages(RestApi api, Duration looksEvery, BiFunction<Step<Answer>, Errand, Step<Answer>> ok) {
        this.api = api;
        this.pause = new Pause(looksEvery);
        this.ok = ok;
    }

    /** The URN of each picture, in their order. */
    Step<List<String>> uploaded(PlatformAccount account, Errand errand, List<Picture> pictures) {
        return Step.each(pictures, picture -> uploaded(account, errand, picture));
    }

    private Step<String> uploaded(PlatformAccount account, Errand errand, Picture picture) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("initializeUploadRequest").put("owner", account.handle());
        return ok.apply(api.post(account, "/rest/images?action=initializeUpload", body), errand)
                .then(answer -> {
                    JsonNode place = answer.body().path("value");
                    URI address = URI.create(place.path("uploadUrl").asText(""));
                    String urn = place.path("image").asText("");
                    return address.getHost() == null || urn.isEmpty()
                            ? Step.stopped(new Outcome.NotSent("LinkedIn named no place for a picture"))
                            : ok.apply(api.put(account, address, picture.media().mediaType(), picture.bytes()), errand)
                                    .then(put -> processed(account, errand, urn));
                });
    }

    private Step<String> processed(PlatformAccount account, Errand errand, String urn) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Step<Answer> seen = ok.apply(api.get(account, "/rest/images/" + RestApi.quoted(urn)), errand);
            if (!(seen instanceof Step.Went<Answer> went)) {
                return seen.then(never -> Step.went(urn));
            }
            String status = went.value().body().path("status").asText("");
            if (status.equals("AVAILABLE")) {
                return Step.went(urn);
            }
            if (status.equals("PROCESSING_FAILED")) {
                return Step.stopped(new Outcome.Rejected("LinkedIn can't process a picture"));
            }
            if (!pause.isOver()) {
                break;
            }
        }
        return Step.stopped(new Outcome.NotSent("LinkedIn still processes a picture"));
    }
}
