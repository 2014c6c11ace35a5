package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.TestPictures;

/**
 * A personal data server with one account, as the real one was seen to behave: the same record again is answered with
 * 200 and without a commit, other content under the same name with 400 InvalidSwap, and a token that is over with 400.
 */
final class FakeBluesky implements AutoCloseable {
    static final String DID = "did:plc:harbor";
    static final String PASSWORD = "app-password-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String XRPC = "/xrpc/com.atproto.";

    final LoopbackServer server = new LoopbackServer(this::answer);

    private final Map<String, JsonNode> records = new LinkedHashMap<>();
    private String password = PASSWORD;
    private String over = "ExpiredToken";
    private final Set<String> blobs = new HashSet<>();
    private final Map<String, JsonNode> others = new HashMap<>();
    private Instant end = Instant.parse("2036-01-01T00:00:00Z");
    private int generation;
    private boolean refreshes = true;
    private UnaryOperator<JsonNode> storing = record -> record;

    synchronized List<JsonNode> records() {
        return List.copyOf(records.values());
    }

    synchronized List<String> keys() {
        return List.copyOf(records.keySet());
    }

    /** Every token given so far is answered with 400 and this error from now on. */
    synchronized void endsSessions(String error) {
        over = error;
        generation++;
    }

    /** Tokens given from now on end then. */
    synchronized void givesTokensUntil(Instant when) {
        end = when;
    }

    /** A record of somebody else, with its address and content id. */
    synchronized void othersHave(String did, String key, JsonNode value) {
        ObjectNode record = JSON.createObjectNode()
                .put("uri", "at://" + did + "/app.bsky.feed.post/" + key)
                .put("cid", "cid-" + key);
        record.set("value", value);
        others.put(did + "/" + key, record);
    }

    synchronized void refreshesNoMore() {
        refreshes = false;
    }

    synchronized void takesOnly(String newPassword) {
        password = newPassword;
    }

    synchronized void stores(UnaryOperator<JsonNode> change) {
        storing = change;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Response answer(Request request) {
        if (request.is("POST", XRPC + "server.createSession")) {
            boolean right = request.json().path("password").asText().equals(password);
            return right ? session() : error(401, "AuthenticationRequired");
        }
        if (request.is("POST", XRPC + "server.refreshSession")) {
            boolean right = refreshes && request.header("authorization").startsWith("Bearer refresh-");
            return right ? session() : error(400, "ExpiredToken");
        }
        if (request.is("GET", XRPC + "identity.resolveHandle")) {
            String handle = request.query().getOrDefault("handle", "");
            return handle.startsWith("ana.")
                    ? Response.json(200, JSON.createObjectNode().put("did", "did:plc:ana"))
                    : error(400, "InvalidRequest");
        }
        if (!request.header("authorization").equals("Bearer " + access())) {
            return error(400, over);
        }
        if (request.is("POST", XRPC + "repo.uploadBlob")) {
            return upload(request);
        }
        if (request.is("POST", XRPC + "repo.deleteRecord")) {
            records.remove(request.json().path("rkey").asText());
            return Response.json(200, JSON.createObjectNode());
        }
        return request.is("POST", XRPC + "repo.putRecord") ? put(request.json()) : get(request.query());
    }

    /** Keeps anything as what it is said to be, like the real one. */
    private Response upload(Request request) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode blob = answer.putObject("blob").put("$type", "blob");
        String name = ContentId.of(TestPictures.sha256(request.bytes()));
        blobs.add(name);
        blob.putObject("ref").put("$link", name);
        blob.put("mimeType", request.header("content-type")).put("size", request.bytes().length);
        return Response.json(200, answer);
    }

    private Response session() {
        return Response.json(
                200,
                JSON.createObjectNode()
                        .put("did", DID)
                        .put("accessJwt", access())
                        .put("refreshJwt", "refresh-" + generation));
    }

    /** Shaped as a JSON Web Token, whose end the connector may read. */
    private String access() {
        String claims = "{\"exp\": " + end.getEpochSecond() + ", \"jti\": " + generation + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private Response put(JsonNode body) {
        String key = body.path("rkey").asText();
        if (!body.path("swapRecord").isNull() || !body.path("repo").asText().equals(DID)) {
            return error(400, "InvalidRequest");
        }
        for (JsonNode image : body.path("record").path("embed").path("images")) {
            if (!blobs.contains(image.path("image").path("ref").path("$link").asText())) {
                return error(400, "BlobNotFound");
            }
        }
        JsonNode record = storing.apply(body.path("record"));
        Optional<JsonNode> there = Optional.ofNullable(records.get(key));
        if (there.filter(other -> !other.equals(record)).isPresent()) {
            return error(400, "InvalidSwap");
        }
        records.put(key, record);
        ObjectNode answer = JSON.createObjectNode().put("uri", uri(key)).put("cid", "cid-" + key);
        if (there.isEmpty()) {
            answer.putObject("commit").put("rev", key);
        }
        return Response.json(200, answer);
    }

    private Response get(Map<String, String> query) {
        String key = query.getOrDefault("rkey", "");
        if (!query.getOrDefault("repo", "").equals(DID)) {
            return Optional.ofNullable(others.get(query.getOrDefault("repo", "") + "/" + key))
                    .map(record -> Response.json(200, record))
                    .orElseGet(() -> error(400, "RecordNotFound"));
        }
        return Optional.ofNullable(records.get(key))
                .map(record -> {
                    ObjectNode answer = JSON.createObjectNode().put("uri", uri(key));
                    answer.set("value", record);
                    return Response.json(200, answer);
                })
                .orElseGet(() -> error(400, "RecordNotFound"));
    }

    private static String uri(String key) {
        return "at://" + DID + "/app.bsky.feed.post/" + key;
    }

    private static Response error(int status, String error) {
        return Response.json(status, JSON.createObjectNode().put("error", error).put("message", "said at more length"));
    }
}
