package org.imprimatur.publisher.connectors.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Dialect;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Remote;
import org.imprimatur.publisher.connectors.RestApi;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/** LinkedIn's versioned REST API for pages; an account's handle is its URN, such as urn:li:organization:2414183. */
public final class LinkedInDialect implements Dialect {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VERSION_ENDED = 426;

    private final RestApi api;
    private final InstantSource clock;
    private final String version;
    private final LinkedInImages images;

    /**
     * Speaks this version.
     *
     * @param version as {@code YYYYMM}; LinkedIn ends each after about a year
     * @param looksEvery how long to wait between two looks at a picture that is processed
     */
    public LinkedInDialect(String version, Duration timeout, Duration looksEvery, InstantSource clock) {
        this.api = new RestApi(
                new Exchange(Platforms.LINKEDIN.title(), timeout),
                Map.of("LinkedIn-Version", version, "X-Restli-Protocol-Version", "2.0.0"));
        this.clock = clock;
        this.version = version;
        this.images = new LinkedInImages(api, looksEvery, this::ok);
    }

    @Override
    public Platform platform() {
        return Platforms.LINKEDIN;
    }

    @Override
    public boolean needsHandle() {
        return true;
    }

    @Override
    public Step<List<String>> prepared(PlatformAccount account, Post post, List<Picture> pictures) {
        return images.uploaded(account, Errand.of(post), pictures);
    }

    @Override
    public Step<Answer> create(PlatformAccount account, Post post, List<String> prepared) {
        ObjectNode body = JSON.createObjectNode()
                .put("author", account.handle())
                .put("commentary", LittleText.of(post.text()))
                .put("visibility", "PUBLIC")
                .put("lifecycleState", "PUBLISHED")
                .put("isReshareDisabledByAuthor", false);
        ObjectNode distribution = body.putObject("distribution").put("feedDistribution", "MAIN_FEED");
        distribution.putArray("targetEntities");
        distribution.putArray("thirdPartyDistributionChannels");
        if (prepared.size() == 1) {
            describe(body.putObject("content").putObject("media"), post, prepared, 0);
        } else if (!prepared.isEmpty()) {
            ArrayNode all = body.putObject("content").putObject("multiImage").putArray("images");
            for (int at = 0; at < prepared.size(); at++) {
                describe(all.addObject(), post, prepared, at);
            }
        }
        return api.post(account, "/rest/posts", body);
    }

    @Override
    public String idOf(Answer created) {
        return created.headers()
                .firstValue("x-restli-id")
                .or(() -> created.headers().firstValue("x-linkedin-id"))
                .orElse("");
    }

    @Override
    public Step<Optional<Remote>> read(PlatformAccount account, Errand errand, String id) {
        return api.get(account, "/rest/posts/" + RestApi.quoted(urn(id))).then(answer -> {
            if (answer.status() == 404) {
                return Step.went(Optional.empty());
            }
            return answer.isOk()
                    ? Step.went(Optional.of(remote(answer.body())))
                    : Step.stopped(refusal(answer, errand, clock.instant()));
        });
    }

    @Override
    public Step<List<Remote>> publishedSince(PlatformAccount account, Errand errand, Instant since) {
        return ok(
                        api.get(
                                account,
                                "/rest/posts?q=author&count=50&sortBy=CREATED&author="
                                        + RestApi.quoted(account.handle())),
                        errand)
                .then(answer -> {
                    List<Remote> all = new ArrayList<>();
                    answer.body().path("elements").forEach(post -> {
                        if (post.path("createdAt").asLong() >= since.toEpochMilli()) {
                            all.add(remote(post));
                        }
                    });
                    return Step.went(all);
                });
    }

    @Override
    public Step<Answer> delete(PlatformAccount account, String id) {
        return api.delete(account, "/rest/posts/" + RestApi.quoted(urn(id)));
    }

    @Override
    public Outcome refusal(Answer answer, Errand errand, Instant now) {
        if (answer.status() == VERSION_ENDED) {
            return new Outcome.Auth("LinkedIn does not speak version " + version
                    + " of its API any more: set publisher.linkedin-version to a later month");
        }
        boolean duplicate = answer.status() == 422
                && (answer.error().equals("DUPLICATE_POST")
                        || answer.body().path("errorDetails").toString().contains("DUPLICATE"));
        return duplicate
                ? new Outcome.Unknown("LinkedIn refuses it as a duplicate, so it may be live already")
                : answer.refusal(errand, now);
    }

    private Step<Answer> ok(Step<Answer> asked, Errand errand) {
        return asked.then(
                answer -> answer.isOk() ? Step.went(answer) : Step.stopped(refusal(answer, errand, clock.instant())));
    }

    private static void describe(ObjectNode image, Post post, List<String> ids, int at) {
        image.put("id", ids.get(at));
        String altText = post.media().get(at).altText();
        if (!altText.isEmpty()) {
            image.put("altText", altText);
        }
    }

    private static Remote remote(JsonNode post) {
        List<String> pictures = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        JsonNode content = post.path("content");
        JsonNode several = content.path("multiImage").path("images");
        List<JsonNode> all = new ArrayList<>();
        several.forEach(all::add);
        if (content.path("media").isObject()) {
            all.add(content.path("media"));
        }
        all.forEach(image -> {
            pictures.add(image.path("id").asText(""));
            descriptions.add(image.path("altText").asText(""));
        });
        String id = post.path("id").asText("");
        return new Remote(
                id,
                LittleText.read(post.path("commentary").asText("")),
                pictures,
                descriptions,
                Optional.of(URI.create("https://www.linkedin.com/feed/update/" + id + "/")
                        .toString()));
    }

    /** A person may have given the address in place of the URN. */
    private static String urn(String id) {
        int at = id.indexOf("urn:li:");
        String urn = at < 0 ? id : id.substring(at);
        int end = urn.indexOf('/');
        return end < 0 ? urn : urn.substring(0, end);
    }
}
