package org.imprimatur.publisher.connectors.meta;

import com.fasterxml.jackson.databind.JsonNode;
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
 * Instagram and Threads: a container is made and processed first, and one request publishes it.
 *
 * <p>Both fetch pictures themselves, so those need a public address. An account's handle is its id there.
 */
public final class ContainerDialect implements Dialect {
    private final Platform platform;
    private final Words words;
    private final GraphApi graph;
    private final PublicPictures addresses;
    private final Containers containers;

    /** What the two call the same thing. */
    private record Words(String make, String publish, String list, String text, String status, boolean namesType) {}

    private ContainerDialect(
            Platform platform, Words words, GraphApi graph, PublicPictures addresses, Duration looksEvery) {
        this.platform = platform;
        this.words = words;
        this.graph = graph;
        this.addresses = addresses;
        this.containers = new Containers(platform, graph, words.status(), looksEvery);
    }

    /**
     * Instagram by the Graph API, with its content publishing.
     *
     * @param looksEvery how long to wait between two looks at a container
     */
    public static Dialect instagram(
            String version, PublicPictures addresses, Duration timeout, Duration looksEvery, InstantSource clock) {
        return new ContainerDialect(
                Platforms.INSTAGRAM,
                new Words("media", "media_publish", "media", "caption", "status_code", false),
                new GraphApi(Platforms.INSTAGRAM.title(), version, timeout, clock),
                addresses,
                looksEvery);
    }

    /**
     * Threads, whose API has versions of its own.
     *
     * @param looksEvery how long to wait between two looks at a container
     */
    public static Dialect threads(
            PublicPictures addresses, Duration timeout, Duration looksEvery, InstantSource clock) {
        return new ContainerDialect(
                Platforms.THREADS,
                new Words("threads", "threads_publish", "threads", "text", "status", true),
                new GraphApi(Platforms.THREADS.title(), "v1.0", timeout, clock),
                addresses,
                looksEvery);
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public boolean needsHandle() {
        return true;
    }

    @Override
    public Step<List<String>> prepared(PlatformAccount account, Post post, List<Picture> pictures) {
        Errand errand = Errand.of(post);
        return items(account, errand, pictures)
                .then(items -> made(account, errand, whole(post, pictures, items)))
                .then(id -> Step.went(List.of(id)));
    }

    @Override
    public Step<Answer> create(PlatformAccount account, Post post, List<String> prepared) {
        return graph.post(account, at(account, words.publish()), Map.of("creation_id", prepared.get(0)));
    }

    @Override
    public String idOf(Answer created) {
        return created.body().path("id").asText("");
    }

    @Override
    public Step<Optional<Remote>> read(PlatformAccount account, Errand errand, String id) {
        return graph.read(account, errand, id, reading());
    }

    @Override
    public Step<List<Remote>> publishedSince(PlatformAccount account, Errand errand, Instant since) {
        return graph.publishedSince(account, errand, at(account, words.list()), 50, since, reading());
    }

    @Override
    public Step<Answer> delete(PlatformAccount account, String id) {
        return graph.delete(account, id);
    }

    @Override
    public Outcome refusal(Answer answer, Errand errand, Instant now) {
        return graph.refusal(answer, errand, now);
    }

    /** One picture goes into the post's own container; several have one each first. */
    private Step<List<String>> items(PlatformAccount account, Errand errand, List<Picture> pictures) {
        if (pictures.stream().anyMatch(picture -> addresses.address(picture).isEmpty())) {
            return Step.stopped(new Outcome.Rejected(platform.title()
                    + " fetches pictures itself, and no public address of them is set up (publisher.media-address)"));
        }
        return Step.each(pictures.size() > 1 ? pictures : List.<Picture>of(), picture -> {
            Map<String, String> form = pictured(picture);
            form.put("is_carousel_item", "true");
            return made(account, errand, form);
        });
    }

    private Map<String, String> whole(Post post, List<Picture> pictures, List<String> items) {
        Map<String, String> form = new LinkedHashMap<>();
        if (!items.isEmpty()) {
            form.put("media_type", "CAROUSEL");
            form.put("children", String.join(",", items));
        } else if (!pictures.isEmpty()) {
            form.putAll(pictured(pictures.get(0)));
        } else {
            form.put("media_type", "TEXT");
        }
        form.put(words.text(), post.text());
        return form;
    }

    private Map<String, String> pictured(Picture picture) {
        Map<String, String> form = new LinkedHashMap<>();
        if (words.namesType()) {
            form.put("media_type", "IMAGE");
        }
        form.put("image_url", addresses.address(picture).orElse(""));
        if (!picture.media().altText().isEmpty()) {
            form.put("alt_text", picture.media().altText());
        }
        return form;
    }

    private Step<String> made(PlatformAccount account, Errand errand, Map<String, String> form) {
        return containers.made(account, errand, at(account, words.make()), form);
    }

    private String at(PlatformAccount account, String edge) {
        return RestApi.quoted(account.handle()) + "/" + edge;
    }

    private GraphApi.Reading reading() {
        return new GraphApi.Reading(
                "fields=id," + words.text()
                        + ",timestamp,permalink,media_type,media_url,alt_text,children%7Bmedia_url,alt_text%7D",
                "timestamp",
                this::remote);
    }

    private Remote remote(JsonNode post) {
        List<JsonNode> pictures = new ArrayList<>();
        post.path("children").path("data").forEach(pictures::add);
        if (pictures.isEmpty() && post.path("media_type").asText("").contains("IMAGE")) {
            pictures.add(post);
        }
        return new Remote(
                post.path("id").asText(""),
                post.path(words.text()).asText(""),
                pictures.stream()
                        .map(picture -> picture.path("media_url").asText(""))
                        .toList(),
                pictures.stream()
                        .map(picture -> picture.path("alt_text").asText(""))
                        .toList(),
                Optional.of(post.path("permalink").asText("")).filter(url -> !url.isEmpty()));
    }
}
