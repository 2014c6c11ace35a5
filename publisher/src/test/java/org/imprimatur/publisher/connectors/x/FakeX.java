package org.imprimatur.publisher.connectors.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.platforms.Measure;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;

/**
 * X's API v2 with one account, as its OpenAPI document (2.167) says: links come back shortened and HTML escaped, what is
 * gone is answered with 200 and a problem, a text is refused the second time.
 */
final class FakeX implements AutoCloseable {
    static final String TOKEN = "user-token-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    final LoopbackServer server = new LoopbackServer(this::answer);

    private final InstantSource clock;
    private final Map<String, JsonNode> posts = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, String> descriptions = new HashMap<>();
    private int numbers = 1000;
    private boolean cuts;

    FakeX(InstantSource clock) {
        this.clock = clock;
    }

    synchronized List<JsonNode> sent() {
        return order.stream()
                .flatMap(id -> Optional.ofNullable(posts.get(id)).stream())
                .toList();
    }

    synchronized void cutsTexts() {
        cuts = true;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Response answer(Request request) {
        if (!request.header("authorization").equals("Bearer " + TOKEN)) {
            return problem(401, "Unauthorized", "Unauthorized");
        }
        String path = request.path();
        if (request.is("GET", "/2/users/me")) {
            return data(
                    200,
                    JSON.createObjectNode()
                            .put("id", "77")
                            .put("name", "Harbor")
                            .put("username", "harbor"));
        }
        if (request.is("POST", "/2/media/upload")) {
            String id = Integer.toString(numbers++);
            descriptions.put(id, "");
            return data(200, JSON.createObjectNode().put("id", id).put("media_key", "3_" + id));
        }
        if (request.is("POST", "/2/media/metadata")) {
            JsonNode body = request.json();
            descriptions.put(
                    body.path("id").asText(),
                    body.path("metadata").path("alt_text").path("text").asText());
            return data(200, JSON.createObjectNode().put("id", body.path("id").asText()));
        }
        if (request.is("POST", "/2/tweets")) {
            return create(request.json());
        }
        if (request.is("GET", "/2/users/77/tweets")) {
            return page();
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (request.method().equals("DELETE")) {
            boolean deleted = posts.remove(id) != null;
            return deleted ? data(200, JSON.createObjectNode().put("deleted", true)) : missing(id);
        }
        return Optional.ofNullable(posts.get(id)).map(this::one).orElseGet(() -> missing(id));
    }

    private Response create(JsonNode body) {
        String text = body.path("text").asText("");
        if (Measure.X_WEIGHTED.count(text) > 280) {
            return problem(400, "Invalid Request", "Your text is too long: " + text);
        }
        if (posts.values().stream().anyMatch(post -> post.path("text").asText().equals(text))) {
            return problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
        }
        String id = Integer.toString(numbers++);
        posts.put(
                id,
                ((ObjectNode) body.deepCopy())
                        .put("id", id)
                        .put("created_at", clock.instant().toString())
                        .put("text", cuts ? text.substring(0, text.length() / 2) : text));
        order.add(id);
        return data(
                201,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("text", shown(posts.get(id)).path("text").asText()));
    }

    private Response one(JsonNode post) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", shown(post));
        answer.set("includes", includes(List.of(post)));
        return Response.json(200, answer);
    }

    private Response page() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        List<JsonNode> all = sent();
        for (int at = all.size() - 1; at >= 0; at--) {
            data.add(shown(all.get(at)));
        }
        answer.set("includes", includes(all));
        answer.putObject("meta").put("result_count", data.size());
        return Response.json(200, answer);
    }

    private ObjectNode shown(JsonNode post) {
        ObjectNode shown = JSON.createObjectNode()
                .put("id", post.path("id").asText())
                .put("created_at", post.path("created_at").asText());
        ArrayNode urls = JSON.createArrayNode();
        Matcher link = LINK.matcher(post.path("text").asText());
        StringBuilder text = new StringBuilder();
        while (link.find()) {
            String name = "https://t.co/" + post.path("id").asText() + "x" + urls.size();
            urls.addObject()
                    .put("start", link.start())
                    .put("end", link.end())
                    .put("url", name)
                    .put("expanded_url", link.group());
            link.appendReplacement(text, name);
        }
        link.appendTail(text);
        String escaped =
                text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        JsonNode ids = post.path("media").path("media_ids");
        if (!ids.isEmpty()) {
            String name = "https://t.co/" + post.path("id").asText() + "pic";
            ArrayNode keys = shown.putObject("attachments").putArray("media_keys");
            ids.forEach(id -> {
                keys.add("3_" + id.asText());
                urls.addObject()
                        .put("start", text.length())
                        .put("end", text.length() + name.length())
                        .put("url", name)
                        .put("expanded_url", "https://x.com/harbor/status/1/photo/1")
                        .put("media_key", "3_" + id.asText());
            });
            escaped = escaped + " " + name;
        }
        shown.put("text", escaped);
        shown.putObject("entities").set("urls", urls);
        return shown;
    }

    private ObjectNode includes(List<JsonNode> all) {
        ObjectNode includes = JSON.createObjectNode();
        ArrayNode media = includes.putArray("media");
        all.forEach(post -> post.path("media")
                .path("media_ids")
                .forEach(id -> media.addObject()
                        .put("media_key", "3_" + id.asText())
                        .put("type", "photo")
                        .put("url", "https://pbs.twimg.com/media/" + id.asText() + ".png")
                        .put("alt_text", descriptions.getOrDefault(id.asText(), ""))));
        return includes;
    }

    private static Response data(int status, ObjectNode data) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", data);
        return Response.json(status, answer);
    }

    private static Response missing(String id) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("errors")
                .addObject()
                .put("type", "https://api.x.com/2/problems/resource-not-found")
                .put("title", "Not Found Error")
                .put("detail", "Could not find tweet with id: [" + id + "].")
                .put("resource_type", "tweet")
                .put("resource_id", id);
        return Response.json(200, answer);
    }

    private static Response problem(int status, String title, String detail) {
        return Response.json(
                        status,
                        JSON.createObjectNode()
                                .put("type", "about:blank")
                                .put("title", title)
                                .put("detail", detail)
                                .put("status", status))
                .with("content-type", "application/problem+json");
    }
}
