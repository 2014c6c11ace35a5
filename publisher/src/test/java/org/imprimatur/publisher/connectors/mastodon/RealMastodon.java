package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.connectors.Forwarding;
import org.imprimatur.publisher.connectors.PlatformAccount;

/** A server with the Mastodon API in a child process on this machine. */
interface RealMastodon extends AutoCloseable {
    JsonMapper JSON = JsonMapper.builder().build();

    URI url();

    /** A token of a new account, which has nothing. */
    String token() throws IOException, InterruptedException;

    /** What of the API it has; the least of them have no more than posts, pictures and replies. */
    boolean deletes();

    /** The language of what is published; one that the server keeps. */
    String language();

    @Override
    void close() throws IOException;

    default PlatformAccount account(URI at, String token) {
        return new PlatformAccount(at, "", Secret.of(token), List.of(language()));
    }

    default JsonNode get(String token, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("authorization", "Bearer " + token)
                .GET());
    }

    /** All that the account has, newest first. */
    default List<JsonNode> statuses(String token) throws IOException, InterruptedException {
        String owner =
                get(token, "/api/v1/accounts/verify_credentials").path("id").asText();
        List<JsonNode> all = new ArrayList<>();
        get(token, "/api/v1/accounts/" + owner + "/statuses?limit=80").forEach(all::add);
        return all;
    }

    /** As it was sent. */
    default String text(String token, JsonNode status) throws IOException, InterruptedException {
        return get(token, "/api/v1/statuses/" + status.path("id").asText() + "/source")
                .path("text")
                .asText();
    }

    static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(body(request));
    }

    static String body(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = Forwarding.asked(request);
        if (answer.statusCode() != 200) {
            throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
