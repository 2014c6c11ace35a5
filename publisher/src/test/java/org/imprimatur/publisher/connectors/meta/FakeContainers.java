package org.imprimatur.publisher.connectors.meta;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;

/**
 * Instagram or Threads with one account, as their APIs are documented: containers are processed for a while, and one that
 * is published before that is refused with 9007; pictures are fetched from public addresses; Instagram deletes nothing.
 */
final class FakeContainers implements AutoCloseable {
    static final String USER = "17841";
    static final String TOKEN = "user-token-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final LoopbackServer server = new LoopbackServer(this::answer);

    private final String edge;
    private final String text;
    private final String status;
    private final InstantSource clock;
    private final Map<String, Map<String, String>> containers = new HashMap<>();
    private final Map<String, Integer> looksLeft = new HashMap<>();
    private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
    private boolean cuts;
    private String end = "FINISHED";
    private int numbers = 900;

    private FakeContainers(String edge, String text, String status, InstantSource clock) {
        this.edge = edge;
        this.text = text;
        this.status = status;
        this.clock = clock;
    }

    static FakeContainers instagram(InstantSource clock) {
        return new FakeContainers("media", "caption", "status_code", clock);
    }

    static FakeContainers threads(InstantSource clock) {
        return new FakeContainers("threads", "text", "status", clock);
    }

    synchronized List<String> texts() {
        return posts.values().stream().map(post -> post.path(text).asText()).toList();
    }

    /** The forms of all containers. */
    synchronized List<Map<String, String>> containers() {
        return List.copyOf(containers.values());
    }

    synchronized void cutsTexts() {
        cuts = true;
    }

    synchronized void failsToProcess() {
        end = "ERROR";
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Response answer(Request request) {
        if (!request.header("authorization").equals("Bearer " + TOKEN)) {
            return FakeFacebook.error(190, 0, "OAuthException");
        }
        String path = request.path().replaceFirst("^/v[\\d.]+/", "");
        if (request.method().equals("POST")) {
            Map<String, String> form = Forms.read(request.body());
            return path.equals(USER + "/" + edge) ? contain(form) : publish(form.getOrDefault("creation_id", ""));
        }
        if (path.equals(USER + "/" + edge)) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode data = answer.putArray("data");
            posts.values().forEach(post -> data.insert(0, post));
            return Response.json(200, answer);
        }
        if (containers.containsKey(path)) {
            boolean ready = looksLeft.merge(path, -1, Integer::sum) <= 0;
            return Response.json(200, JSON.createObjectNode().put(status, ready ? end : "IN_PROGRESS"));
        }
        if (request.method().equals("DELETE")) {
            return posts.remove(path) == null
                    ? FakeFacebook.error(100, 33, "GraphMethodException")
                    : Response.json(200, JSON.createObjectNode().put("success", true));
        }
        return Optional.ofNullable(posts.get(path))
                .map(post -> Response.json(200, post))
                .orElseGet(() -> FakeFacebook.error(100, 33, "GraphMethodException"));
    }

    private Response contain(Map<String, String> form) {
        String id = Integer.toString(numbers++);
        containers.put(id, form);
        looksLeft.put(id, 2);
        return Response.json(200, JSON.createObjectNode().put("id", id));
    }

    private Response publish(String container) {
        if (looksLeft.getOrDefault(container, 1) > 0) {
            return FakeFacebook.error(9007, 2207027, "OAuthException");
        }
        Map<String, String> form = containers.getOrDefault(container, Map.of());
        String id = Integer.toString(numbers++);
        String whole = form.getOrDefault(text, "");
        ObjectNode post = JSON.createObjectNode()
                .put("id", id)
                .put(text, cuts ? whole.substring(0, whole.length() / 2) : whole)
                .put("timestamp", clock.instant().toString().replace("Z", "+0000"))
                .put("permalink", "https://platform.example/p/" + id)
                .put("media_type", form.containsKey("image_url") ? "IMAGE" : form.getOrDefault("media_type", ""));
        if (form.containsKey("children")) {
            ArrayNode children = post.putObject("children").putArray("data");
            for (String child : form.getOrDefault("children", "").split(",", -1)) {
                picture(children.addObject(), containers.getOrDefault(child, Map.of()));
            }
        } else {
            picture(post, form);
        }
        posts.put(id, post);
        return Response.json(200, JSON.createObjectNode().put("id", id));
    }

    private static void picture(ObjectNode node, Map<String, String> form) {
        if (form.containsKey("image_url")) {
            node.put("media_url", "https://cdn.example/" + form.get("image_url").hashCode())
                    .put("alt_text", form.getOrDefault("alt_text", ""));
        }
    }
}
