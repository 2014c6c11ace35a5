package org.imprimatur.publisher.connectors.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;

/**
 * LinkedIn's REST API with one page, as it is documented: a version that ended is answered with 426, a text is cut at its
 * first sign that is not escaped, a duplicate is refused with 422 that names the other, deleting twice is alike.
 */
final class FakeLinkedIn implements AutoCloseable {
    static final String TOKEN = "member-token-1";
    static final String PAGE = "urn:li:organization:2414183";
    static final String VERSION = "202610";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern UNESCAPED = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*[|{}@\\[\\]()<>#*_~]");
    private static final Pattern HASHTAG = Pattern.compile("\\{hashtag\\|\\\\#\\|[\\p{L}\\p{N}\\\\_]+\\}");

    final LoopbackServer server = new LoopbackServer(this::answer);

    private final InstantSource clock;
    private final Map<String, JsonNode> posts = new LinkedHashMap<>();
    private final Map<String, Integer> looksLeft = new HashMap<>();
    private String spoken = VERSION;
    private boolean fails;
    private int numbers = 1;

    FakeLinkedIn(InstantSource clock) {
        this.clock = clock;
    }

    synchronized List<JsonNode> posts() {
        return List.copyOf(posts.values());
    }

    synchronized void speaksOnly(String version) {
        spoken = version;
    }

    synchronized void failsToProcess() {
        fails = true;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Response answer(Request request) {
        if (!request.header("authorization").equals("Bearer " + TOKEN)) {
            return error(401, "INVALID_ACCESS_TOKEN");
        }
        if (request.path().startsWith("/upload/")) {
            looksLeft.put(request.path().substring("/upload/".length()), 2);
            return new Response(201, Map.of(), "");
        }
        if (!request.header("linkedin-version").equals(spoken)) {
            return error(426, "NONEXISTENT_VERSION");
        }
        if (!request.header("x-restli-protocol-version").equals("2.0.0")) {
            return error(400, "ILLEGAL_ARGUMENT");
        }
        if (request.path().startsWith("/rest/images")) {
            return image(request);
        }
        if (request.is("POST", "/rest/posts")) {
            return create(request.json());
        }
        if (request.is("GET", "/rest/posts")) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode elements = answer.putArray("elements");
            posts.values().forEach(post -> elements.insert(0, post));
            return Response.json(200, answer);
        }
        String urn = decoded(request.path().substring("/rest/posts/".length()));
        if (request.method().equals("DELETE")) {
            posts.remove(urn);
            return new Response(204, Map.of(), "");
        }
        return Optional.ofNullable(posts.get(urn))
                .map(post -> Response.json(200, post))
                .orElseGet(() -> error(404, "NOT_FOUND"));
    }

    private Response image(Request request) {
        if (request.method().equals("POST")) {
            String id = "C4E" + numbers++;
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("value")
                    .put("uploadUrl", server.url() + "/upload/" + id)
                    .put("image", "urn:li:image:" + id);
            return Response.json(200, answer);
        }
        String urn = decoded(request.path().substring("/rest/images/".length()));
        int left = looksLeft.merge(urn.substring("urn:li:image:".length()), -1, Integer::sum);
        String status = left > 0 ? "PROCESSING" : fails ? "PROCESSING_FAILED" : "AVAILABLE";
        return Response.json(200, JSON.createObjectNode().put("id", urn).put("status", status));
    }

    private Response create(JsonNode body) {
        String whole = body.path("commentary").asText("");
        for (JsonNode other : posts.values()) {
            if (other.path("commentary").asText().equals(whole)) {
                return Response.json(
                        422,
                        JSON.createObjectNode()
                                .put("status", 422)
                                .put("code", "DUPLICATE_POST")
                                .put(
                                        "message",
                                        "Content is a duplicate of "
                                                + other.path("id").asText()));
            }
        }
        String id = "urn:li:share:" + (7000 + numbers++);
        ObjectNode post = body.deepCopy();
        post.put("id", id).put("createdAt", clock.instant().toEpochMilli()).put("commentary", cutAtTheFirstSign(whole));
        posts.put(id, post);
        return new Response(201, Map.of("x-restli-id", id), "");
    }

    private static String cutAtTheFirstSign(String text) {
        String plain =
                HASHTAG.matcher(text).replaceAll(tag -> "x".repeat(tag.group().length()));
        var sign = UNESCAPED.matcher(plain);
        return sign.find() ? text.substring(0, sign.end() - 1) : text;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static Response error(int status, String code) {
        return Response.json(
                status, JSON.createObjectNode().put("status", status).put("code", code));
    }

    /** What the connector must never do. */
    Response createdRaw(String text) {
        return create(JSON.createObjectNode().put("commentary", text));
    }
}
