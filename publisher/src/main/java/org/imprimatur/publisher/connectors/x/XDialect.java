package org.imprimatur.publisher.connectors.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** X, API v2, by its OpenAPI document of version 2.167. A refused duplicate may be our own post, so it counts as unknown. */
public final class XDialect implements Dialect {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIELDS = "post.fields=created_at,entities,attachments,note_post"
            + "&expansions=attachments.media_keys&media.fields=alt_text,type,url";
    private static final Pattern ANSWERED =
            Pattern.compile("https://(?:x|twitter)\\.com/[A-Za-z0-9_]{1,15}/status/([0-9]{1,19})(?:[/?].*)?");
    private static final String NOT_FOUND = "https://api.x.com/2/problems/resource-not-found";

    private final RestApi api;
    private final InstantSource clock;
    private final XPictures pictures;

    public XDialect(Duration timeout, InstantSource clock) {
        this.api = new RestApi(new Exchange(Platforms.X.title(), timeout), Map.of());
        this.clock = clock;
        this.pictures = new XPictures(api, clock);
    }

    @Override
    public Platform platform() {
        return Platforms.X;
    }

    @Override
    public boolean needsHandle() {
        return false;
    }

    @Override
    public Step<List<String>> prepared(PlatformAccount account, Post post, List<Picture> taken) {
        if (post.inReplyTo().isPresent() && answered(post).isEmpty()) {
            return Step.stopped(new Outcome.Rejected("a reply to X needs the address of the post that it answers"
                    + " (https://x.com/…/status/…) as the first line of what it answers"));
        }
        return Step.each(taken, picture -> pictures.uploaded(account, Errand.of(post), picture));
    }

    @Override
    public Step<Answer> create(PlatformAccount account, Post post, List<String> prepared) {
        ObjectNode body = JSON.createObjectNode().put("text", post.text());
        if (!prepared.isEmpty()) {
            ArrayNode ids = body.putObject("media").putArray("media_ids");
            prepared.forEach(ids::add);
        }
        answered(post).ifPresent(id -> body.putObject("reply").put("in_reply_to_tweet_id", id));
        return api.post(account, "/2/tweets", body);
    }

    @Override
    public String idOf(Answer created) {
        return created.body().path("data").path("id").asText("");
    }

    @Override
    public Step<Optional<Remote>> read(PlatformAccount account, Errand errand, String id) {
        return api.get(account, "/2/tweets/" + RestApi.quoted(number(id)) + "?" + FIELDS)
                .then(answer -> {
                    JsonNode post = answer.body().path("data");
                    boolean gone = answer.status() == 404
                            || (answer.isOk()
                                    && post.isMissingNode()
                                    && answer.body()
                                            .path("errors")
                                            .findValuesAsText("type")
                                            .contains(NOT_FOUND));
                    if (gone) {
                        return Step.went(Optional.empty());
                    }
                    return answer.isOk() && post.isObject()
                            ? Step.went(Optional.of(remote(post, answer.body().path("includes"))))
                            : Step.stopped(refusal(answer, errand, clock.instant()));
                });
    }

    @Override
    public Step<List<Remote>> publishedSince(PlatformAccount account, Errand errand, Instant since) {
        return ok(api.get(account, "/2/users/me"), errand)
                .then(me -> ok(
                        api.get(
                                account,
                                "/2/users/"
                                        + RestApi.quoted(me.body()
                                                .path("data")
                                                .path("id")
                                                .asText(""))
                                        + "/tweets?max_results=100&start_time="
                                        + RestApi.quoted(since.truncatedTo(ChronoUnit.SECONDS)
                                                .toString())
                                        + "&" + FIELDS),
                        errand))
                .then(answer -> {
                    List<Remote> all = new ArrayList<>();
                    answer.body()
                            .path("data")
                            .forEach(post -> all.add(remote(post, answer.body().path("includes"))));
                    return Step.went(all);
                });
    }

    @Override
    public Step<Answer> delete(PlatformAccount account, String id) {
        return api.delete(account, "/2/tweets/" + RestApi.quoted(number(id)));
    }

    @Override
    public Outcome refusal(Answer answer, Errand errand, Instant now) {
        boolean duplicate = answer.status() == 403
                && answer.body().path("detail").asText("").contains("duplicate");
        return duplicate
                ? new Outcome.Unknown("X refuses it as a duplicate, so it may be live already")
                : answer.refusal(errand, now);
    }

    @Override
    public String comparable(String text) {
        return XText.comparable(text);
    }

    private Step<Answer> ok(Step<Answer> asked, Errand errand) {
        return asked.then(
                answer -> answer.isOk() ? Step.went(answer) : Step.stopped(refusal(answer, errand, clock.instant())));
    }

    private static Remote remote(JsonNode post, JsonNode includes) {
        List<String> pictures = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        for (JsonNode key : post.path("attachments").path("media_keys")) {
            for (JsonNode media : includes.path("media")) {
                if (media.path("media_key").equals(key)) {
                    pictures.add(media.path("url").asText(key.asText()));
                    descriptions.add(media.path("alt_text").asText(""));
                }
            }
        }
        String id = post.path("id").asText("");
        return new Remote(id, XText.written(post), pictures, descriptions, Optional.of("https://x.com/i/status/" + id));
    }

    private static Optional<String> answered(Post post) {
        return post.inReplyTo()
                .flatMap(answered -> answered.lines().findFirst())
                .map(first -> ANSWERED.matcher(first.strip()))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** A person may have given the address in place of the number. */
    private static String number(String id) {
        Matcher address = ANSWERED.matcher(id);
        return address.matches() ? address.group(1) : id;
    }
}
