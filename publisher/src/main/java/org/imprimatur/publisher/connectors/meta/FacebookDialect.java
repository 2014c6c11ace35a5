package org.imprimatur.publisher.connectors.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Dialect;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Remote;
import org.imprimatur.publisher.connectors.RestApi;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/**
 * Facebook pages by the Graph API; an account's handle is the page's id, its secret the page's token.
 *
 * <p>A person's token would publish too, but not as the page, so each call first asks whose token it is.
 */
public final class FacebookDialect implements Dialect {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIELDS = "fields=id,message,created_time,permalink_url,"
            + "attachments{media_type,media,target,description,subattachments.limit(20){media,target,description}}";
    private static final GraphApi.Reading READING = new GraphApi.Reading(
            FIELDS.replace("{", "%7B").replace("}", "%7D"), "created_time", FacebookDialect::remote);

    private final GraphApi graph;

    /**
     * Speaks this version.
     *
     * @param version of the Graph API, such as v24.0
     */
    public FacebookDialect(String version, Duration timeout, InstantSource clock) {
        this.graph = new GraphApi(Platforms.FACEBOOK.title(), version, timeout, clock);
    }

    @Override
    public Platform platform() {
        return Platforms.FACEBOOK;
    }

    @Override
    public boolean needsHandle() {
        return true;
    }

    @Override
    public Step<List<String>> prepared(PlatformAccount account, Post post, List<Picture> pictures) {
        Errand errand = Errand.of(post);
        return asPage(account, errand).then(page -> Step.each(pictures, picture -> uploaded(account, errand, picture)));
    }

    @Override
    public Step<Answer> create(PlatformAccount account, Post post, List<String> prepared) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("message", post.text());
        if (!prepared.isEmpty()) {
            ArrayNode media = JSON.createArrayNode();
            prepared.forEach(id -> media.addObject().put("media_fbid", id));
            form.put("attached_media", media.toString());
        }
        return graph.post(account, RestApi.quoted(account.handle()) + "/feed", form);
    }

    @Override
    public String idOf(Answer created) {
        return created.body().path("id").asText("");
    }

    @Override
    public Step<Optional<Remote>> read(PlatformAccount account, Errand errand, String id) {
        return graph.read(account, errand, id, READING);
    }

    @Override
    public Step<List<Remote>> publishedSince(PlatformAccount account, Errand errand, Instant since) {
        return graph.publishedSince(account, errand, RestApi.quoted(account.handle()) + "/posts", 100, since, READING);
    }

    @Override
    public Step<Answer> delete(PlatformAccount account, String id) {
        return graph.delete(account, id);
    }

    @Override
    public Outcome refusal(Answer answer, Errand errand, Instant now) {
        return graph.refusal(answer, errand, now);
    }

    private Step<String> asPage(PlatformAccount account, Errand errand) {
        return graph.ok(graph.get(account, "me?fields=id"), errand)
                .then(answer -> answer.body().path("id").asText("").equals(account.handle())
                        ? Step.went(account.handle())
                        : Step.stopped(
                                new Outcome.Auth("the token in the account's file is not the page's own but a person's"
                                        + " or another page's")));
    }

    private Step<String> uploaded(PlatformAccount account, Errand errand, Picture picture) {
        String boundary = "imprimatur-" + picture.media().hash();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        field(form, boundary, "published", "false");
        if (!picture.media().altText().isEmpty()) {
            field(form, boundary, "alt_text_custom", picture.media().altText());
        }
        form.writeBytes(utf8("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"source\"; filename=\"picture\"\r\nContent-Type: "
                + picture.media().mediaType() + "\r\n\r\n"));
        form.writeBytes(picture.bytes());
        form.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return graph.ok(
                        graph.post(
                                account,
                                RestApi.quoted(account.handle()) + "/photos",
                                "multipart/form-data; boundary=" + boundary,
                                form.toByteArray()),
                        errand)
                .then(answer -> {
                    String id = answer.body().path("id").asText("");
                    return id.isEmpty()
                            ? Step.stopped(new Outcome.NotSent("Facebook named no id of a picture"))
                            : Step.went(id);
                });
    }

    private static void field(ByteArrayOutputStream form, String boundary, String name, String value) {
        form.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n"));
    }

    private static Remote remote(JsonNode post) {
        List<JsonNode> photos = new ArrayList<>();
        post.path("attachments").path("data").forEach(attachment -> {
            JsonNode several = attachment.path("subattachments").path("data");
            several.forEach(photos::add);
            if (several.isEmpty() && attachment.path("media_type").asText("").equals("photo")) {
                photos.add(attachment);
            }
        });
        return new Remote(
                post.path("id").asText(""),
                post.path("message").asText(""),
                photos.stream()
                        .map(photo -> photo.path("target").path("id").asText(""))
                        .toList(),
                List.of(), // the API does not say them of a post
                Optional.of(post.path("permalink_url").asText("")).filter(url -> !url.isEmpty()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
