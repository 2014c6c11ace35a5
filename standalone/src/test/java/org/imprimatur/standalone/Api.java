package org.imprimatur.standalone;

import static org.imprimatur.testkit.api.DescribedApi.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The REST API as one caller with a key sees it. */
record Api(URI address, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Hands in a post to the main account and returns the answer's body. */
    JsonNode submit(String text, String idempotencyKey) {
        return submit(Map.of("account", "larkspur-main", "text", text), idempotencyKey);
    }

    /** Hands in a post with these fields and returns the answer's body. */
    JsonNode submit(Map<String, ?> draft, String idempotencyKey) {
        return send(request("/v1/drafts").header("Idempotency-Key", idempotencyKey), draft);
    }

    /** Asks what would hold a text, and hands nothing in. */
    JsonNode check(String text) {
        return send(request("/v1/check"), Map.of("account", "larkspur-main", "text", text));
    }

    /** Says something to a case, about the newest revision. */
    JsonNode command(String postId, String kind) {
        JsonNode newest = get("/v1/cases/" + postId).path("revisions");
        JsonNode revision = newest.get(newest.size() - 1);
        return send(
                request("/v1/cases/" + postId + "/commands"),
                Map.of(
                        "kind",
                        kind,
                        "revision",
                        revision.path("revision").asInt(),
                        "contentHash",
                        revision.path("contentHash").asText()));
    }

    JsonNode get(String path) {
        return read(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private static JsonNode send(HttpRequest.Builder request, Map<String, ?> body) {
        return read(request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    private static JsonNode read(HttpRequest request) {
        try {
            HttpResponse<String> answer = described(CLIENT.send(request, BodyHandlers.ofString()));
            return JSON.readTree(answer.body());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
