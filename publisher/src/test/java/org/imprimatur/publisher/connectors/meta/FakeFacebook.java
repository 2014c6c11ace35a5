package org.imprimatur.publisher.connectors.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;

/**
 * The Graph API with one page, as it is documented: errors are 400 with a number, a person's token looks healthy and posts
 * elsewhere, the same text at once is 506, and what is gone is error 100 with the subcode 33.
 */
final class FakeFacebook implements AutoCloseable {
    static final String PAGE = "1055";
    static final String PAGE_TOKEN = "page-token-1";
    static final String PERSON_TOKEN = "person-token-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final LoopbackServer server = new LoopbackServer(this::answer);

    private final InstantSource clock;
    private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
    private final Set<String> photos = new HashSet<>();
    private final List<String> elsewhere = new ArrayList<>();
    private boolean cuts;
    private int numbers = 500;

    FakeFacebook(InstantSource clock) {
        this.clock = clock;
    }

    synchronized List<String> texts() {
        return posts.values().stream()
                .map(post -> post.path("message").asText())
                .toList();
    }

    /** What went out under a person's name. */
    synchronized List<String> elsewhere() {
        return List.copyOf(elsewhere);
    }

    synchronized void cutsTexts() {
        cuts = true;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Response answer(Request request) {
        String token = request.header("authorization").replace("Bearer ", "");
        if (!Set.of(PAGE_TOKEN, PERSON_TOKEN).contains(token)) {
            return error(190, 0, "OAuthException");
        }
        String path = request.path().replaceFirst("^/v24\\.0/", "");
        if (path.equals("me")) {
            return Response.json(200, JSON.createObjectNode().put("id", token.equals(PAGE_TOKEN) ? PAGE : "42"));
        }
        if (path.equals(PAGE + "/photos")) {
            String id = Integer.toString(numbers++);
            photos.add(id);
            return Response.json(200, JSON.createObjectNode().put("id", id));
        }
        if (path.equals(PAGE + "/feed")) {
            return create(Forms.read(request.body()), token);
        }
        if (path.equals(PAGE + "/posts")) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode data = answer.putArray("data");
            posts.values().forEach(post -> data.insert(0, post));
            return Response.json(200, answer);
        }
        if (request.method().equals("DELETE")) {
            return posts.remove(path) == null
                    ? error(100, 33, "GraphMethodException")
                    : Response.json(200, JSON.createObjectNode().put("success", true));
        }
        return Optional.ofNullable(posts.get(path))
                .map(post -> Response.json(200, post))
                .orElseGet(() -> error(100, 33, "GraphMethodException"));
    }

    private Response create(Map<String, String> form, String token) {
        String message = form.getOrDefault("message", "");
        if (token.equals(PERSON_TOKEN)) {
            elsewhere.add(message);
            return Response.json(200, JSON.createObjectNode().put("id", "42_1"));
        }
        if (texts().contains(message)) {
            return error(506, 0, "FacebookApiException");
        }
        String id = PAGE + "_" + numbers++;
        ObjectNode post = JSON.createObjectNode()
                .put("id", id)
                .put("message", cuts ? message.substring(0, message.length() / 2) : message)
                .put("created_time", clock.instant().toString().replace("Z", "+0000"))
                .put("permalink_url", "https://www.facebook.com/" + id);
        attach(post, form.getOrDefault("attached_media", "[]"));
        posts.put(id, post);
        return Response.json(200, JSON.createObjectNode().put("id", id));
    }

    private void attach(ObjectNode post, String attached) {
        ArrayNode data = post.putObject("attachments").putArray("data");
        try {
            JsonNode media = JSON.readTree(attached);
            ArrayNode into = data;
            if (media.size() > 1) {
                into = data.addObject()
                        .put("media_type", "album")
                        .putObject("subattachments")
                        .putArray("data");
            }
            for (JsonNode one : media) {
                String id = one.path("media_fbid").asText();
                if (photos.contains(id)) {
                    into.addObject()
                            .put("media_type", "photo")
                            .putObject("target")
                            .put("id", id);
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Response error(int code, int subcode, String type) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("error")
                .put("message", "said at more length")
                .put("type", type)
                .put("code", code)
                .put("error_subcode", subcode);
        return Response.json(400, answer);
    }
}
