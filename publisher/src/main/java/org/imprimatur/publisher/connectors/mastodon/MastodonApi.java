package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Post;

/** The requests of the Mastodon API that we make; none of them is judged here. */
final class MastodonApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** As many statuses as a page has at most. */
    static final int PAGE = 40;

    private static final String MULTIPART = "multipart/form-data; boundary=";

    private final Exchange exchange;

    MastodonApi(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Needs no token, so none is sent. */
    Step<Answer> instance(PlatformAccount account, int version) {
        return exchange.send(HttpRequest.newBuilder(account.at("/api/v" + version + "/instance"))
                .GET());
    }

    /**
     * Always JSON: a server that was sent a form made an empty post of it.
     *
     * @param under the id of what it answers; empty for a post of its own
     */
    Step<Answer> create(PlatformAccount account, Post post, Optional<String> under, List<String> mediaIds) {
        ObjectNode status = JSON.createObjectNode().put("status", post.text()).put("visibility", "public");
        under.ifPresent(id -> status.put("in_reply_to_id", id));
        account.languages().stream().findFirst().ifPresent(first -> status.put("language", first));
        if (!mediaIds.isEmpty()) {
            ArrayNode ids = status.putArray("media_ids");
            mediaIds.forEach(ids::add);
        }
        return exchange.send(authorized(account, "/api/v1/statuses")
                .header("content-type", "application/json")
                .header("idempotency-key", post.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(status.toString())));
    }

    Step<Answer> status(PlatformAccount account, String id) {
        return get(account, "/api/v1/statuses/" + quoted(id));
    }

    /** The text as it was sent; not every server has it. */
    Step<Answer> source(PlatformAccount account, String id) {
        return get(account, "/api/v1/statuses/" + quoted(id) + "/source");
    }

    Step<Answer> owner(PlatformAccount account) {
        return get(account, "/api/v1/accounts/verify_credentials");
    }

    /** Statuses at an address, which the server fetches from another one where it has to. */
    Step<Answer> search(PlatformAccount account, StatusAddress address) {
        return get(
                account,
                "/api/v2/search?type=statuses&resolve=true&limit=" + PAGE + "&q="
                        + quoted(address.text().toString()));
    }

    /** Newest first, those before {@code olderThan}; from the newest on when it is empty. */
    Step<Answer> statuses(PlatformAccount account, String ownerId, String olderThan) {
        String page = olderThan.isEmpty() ? "" : "&max_id=" + quoted(olderThan);
        return get(
                account,
                "/api/v1/accounts/" + quoted(ownerId) + "/statuses?limit=" + PAGE + "&exclude_reblogs=true" + page);
    }

    /** Under a file name of its own: a server makes the id of the picture of it, so that one name is one picture. */
    Step<Answer> upload(PlatformAccount account, Picture picture) {
        Post.Media media = picture.media();
        String boundary = "imprimatur-" + media.hash();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        if (!media.altText().isEmpty()) {
            form.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"description\"\r\n"
                    + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + media.altText() + "\r\n"));
        }
        form.writeBytes(utf8("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName(media)
                + "\"\r\nContent-Type: "
                + media.mediaType() + "\r\n\r\n"));
        form.writeBytes(picture.bytes());
        form.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return exchange.send(authorized(account, "/api/v2/media")
                .header("content-type", MULTIPART + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** Of the account's own; where it is gone already, 404. */
    Step<Answer> delete(PlatformAccount account, String id) {
        return exchange.send(
                authorized(account, "/api/v1/statuses/" + quoted(id)).DELETE());
    }

    Step<Answer> media(PlatformAccount account, String id) {
        return get(account, "/api/v1/media/" + quoted(id));
    }

    private Step<Answer> get(PlatformAccount account, String path) {
        return exchange.send(authorized(account, path).GET());
    }

    private static HttpRequest.Builder authorized(PlatformAccount account, String path) {
        return HttpRequest.newBuilder(account.at(path))
                .header("authorization", "Bearer " + account.secret().reveal());
    }

    private static String fileName(Post.Media media) {
        return media.hash() + "."
                + media.mediaType().substring(media.mediaType().indexOf('/') + 1);
    }

    private static String quoted(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
