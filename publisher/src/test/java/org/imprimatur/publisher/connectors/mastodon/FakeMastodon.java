package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.imprimatur.platforms.Measure;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;

/**
 * A Mastodon server with one account, as such servers were seen to behave: keys protect only repeats one after the
 * other, media are processed later, a form makes an empty post, and what was deleted is not there to be deleted again.
 */
final class FakeMastodon implements AutoCloseable {
    static final String TOKEN = "token-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STATUSES = "/api/v1/statuses";
    private static final int PAGE = 2;
    private static final Pattern DESCRIPTION =
            Pattern.compile("name=\"description\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    final LoopbackServer server = new LoopbackServer(this::answer);

    private final InstantSource clock;
    private final List<Status> statuses = new ArrayList<>();
    private final Map<String, String> made = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Integer> looksLeft = new HashMap<>();
    private final Map<String, String> described = new HashMap<>();
    private volatile String token = TOKEN;
    private volatile boolean second = true;
    private volatile boolean heedsKeys = true;
    private volatile int looksUntilReady;
    private volatile boolean mediaFail;
    private volatile boolean keepsDescriptions = true;
    private volatile UnaryOperator<String> storing = text -> text;
    private int media;

    private volatile boolean small;

    private record Status(String id, String text, List<String> media, String createdAt, String under) {}

    FakeMastodon(InstantSource clock) {
        this.clock = clock;
        server.whenAnswered(request -> remember(request.header("idempotency-key")));
    }

    synchronized List<String> texts() {
        return statuses.stream().map(Status::text).toList();
    }

    /** The descriptions of each status's media. */
    synchronized List<List<String>> descriptions() {
        return statuses.stream().map(Status::media).toList();
    }

    void takesOnly(String newToken) {
        token = newToken;
    }

    void hasOnlyTheFirstInstanceApi() {
        second = false;
    }

    void ignoresKeys() {
        heedsKeys = false;
    }

    void processesMediaFor(int looks) {
        looksUntilReady = looks;
    }

    void failsToProcessMedia() {
        looksUntilReady = 1;
        mediaFail = true;
    }

    void losesDescriptions() {
        keepsDescriptions = false;
    }

    /**
     * Behaves as the small server snac was seen to: deletes nothing for a program, shows one page for ever, reads marks
     * in texts, makes a picture's id of its file name, makes a post of its own of a reply to what it does not know, and
     * its addresses don't show its ids. It also ignores keys and has only the first instance API.
     */
    void isSmall() {
        small = true;
        heedsKeys = false;
        second = false;
    }

    void stores(UnaryOperator<String> change) {
        storing = change;
    }

    synchronized void holds(String text) {
        post(text, List.of(), "");
    }

    /** A person deletes the newest one on the server's own pages. */
    synchronized void losesTheNewest() {
        statuses.remove(statuses.size() - 1);
    }

    /** What each status answers; empty text for one of its own. */
    synchronized List<String> places() {
        return statuses.stream().map(Status::under).toList();
    }

    /** The address of a status as a browser shows it. */
    String addressOf(String id) {
        return small ? server.url() + "/harbor/p/" + id + ".5" : server.url() + "/@harbor/" + id;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Response answer(Request request) {
        if (request.is("GET", "/api/v2/instance")) {
            return second ? Response.json(200, instance(60)) : error(404, "Not Found");
        }
        if (request.is("GET", "/api/v1/instance")) {
            return Response.json(200, instance(50));
        }
        if (!request.header("authorization").equals("Bearer " + token)) {
            return error(401, "The access token is invalid");
        }
        if (request.is("GET", "/api/v1/accounts/verify_credentials")) {
            return Response.json(200, JSON.createObjectNode().put("id", "owner"));
        }
        if (request.is("POST", STATUSES)) {
            return create(request);
        }
        if (request.is("GET", "/api/v2/search")) {
            return Response.json(200, search(request.query().getOrDefault("q", "")));
        }
        if (request.is("GET", "/api/v1/accounts/owner/statuses")) {
            return Response.json(200, page(request.query().getOrDefault("max_id", "999")));
        }
        if (request.path().contains("/media")) {
            return request.method().equals("POST") ? upload(request) : look(request.path());
        }
        return request.path().startsWith(STATUSES + "/") ? one(request) : error(404, "Record not found");
    }

    private Response create(Request request) {
        boolean json = request.header("content-type").startsWith("application/json");
        String key = request.header("idempotency-key");
        if (heedsKeys && keys.containsKey(key)) {
            return Response.json(200, node(status(keys.getOrDefault(key, ""))));
        }
        String text = json ? request.json().path("status").asText() : "";
        if (Measure.GRAPHEMES.count(text) > 60) {
            return error(422, "Validation failed: Text character limit of 60 exceeded by " + text);
        }
        String under = request.json().path("in_reply_to_id").asText("");
        boolean known = under.isEmpty() || statuses.stream().anyMatch(s -> s.id().equals(under));
        if (!known && !small) {
            return error(404, "Record not found");
        }
        Status status = post(
                storing.apply(text),
                StreamSupport.stream(request.json().path("media_ids").spliterator(), false)
                        .map(id -> described.getOrDefault(id.asText(), ""))
                        .toList(),
                known ? under : "");
        made.put(key, status.id());
        return Response.json(200, node(status));
    }

    private synchronized void remember(String key) {
        Optional.ofNullable(made.get(key)).ifPresent(id -> keys.put(key, id));
    }

    private Status post(String text, List<String> attached, String under) {
        Status made = new Status(
                Integer.toString(100 + statuses.size()),
                text.strip(),
                attached,
                clock.instant().toString(),
                under);
        statuses.add(made);
        return made;
    }

    private Response one(Request request) {
        String[] parts = request.path().substring(STATUSES.length() + 1).split("/", -1);
        if (statuses.stream().noneMatch(status -> status.id().equals(parts[0]))) {
            return error(404, "Record not found");
        }
        Status found = status(parts[0]);
        if (small && request.method().equals("DELETE")) {
            return new Response(404, Map.of("content-type", "text/html"), "");
        }
        if (request.method().equals("DELETE")) {
            statuses.remove(found);
        }
        return Response.json(
                200,
                parts.length > 1
                        ? JSON.createObjectNode().put("id", found.id()).put("text", found.text())
                        : node(found));
    }

    private Status status(String id) {
        return statuses.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private Response upload(Request request) {
        Matcher name = FILE_NAME.matcher(request.body());
        String id = small && name.find() ? name.group(1) : "m" + media++;
        Matcher description = DESCRIPTION.matcher(request.body());
        described.put(id, keepsDescriptions && description.find() ? description.group(1) : "");
        looksLeft.put(id, looksUntilReady);
        return Response.json(
                looksUntilReady == 0 ? 200 : 202, JSON.createObjectNode().put("id", id));
    }

    private Response look(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (mediaFail) {
            return error(422, "Error processing thumbnail");
        }
        boolean ready = looksLeft.merge(id, -1, Integer::sum) <= 0;
        return Response.json(ready ? 200 : 206, JSON.createObjectNode().put("id", id));
    }

    private ArrayNode page(String olderThan) {
        ArrayNode page = JSON.createArrayNode();
        for (int at = statuses.size() - 1; at >= 0 && (small || page.size() < PAGE); at--) {
            Status status = statuses.get(at);
            if (small || Integer.parseInt(status.id()) < Integer.parseInt(olderThan)) {
                page.add(node(status));
            }
        }
        return page;
    }

    /** Finds words as some servers do, and addresses with them. */
    private ObjectNode search(String wanted) {
        ObjectNode found = JSON.createObjectNode();
        ArrayNode all = found.putArray("statuses");
        statuses.stream()
                .filter(status ->
                        status.text().contains(wanted) || addressOf(status.id()).equals(wanted))
                .forEach(status -> all.add(node(status)));
        return found;
    }

    /** Mentions lose their server's name, as Mastodon shows them. */
    private ObjectNode node(Status status) {
        String html = status.text()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br />")
                .replaceAll("\\*(\\w+)\\*", small ? "<i>$1</i>" : "$0")
                .replaceAll("@(\\w+)@[\\w.]+", "<span class=\"h-card\">@<span>$1</span></span>");
        ObjectNode node = JSON.createObjectNode()
                .put("id", status.id())
                .put("url", addressOf(status.id()))
                .put("in_reply_to_id", status.under().isEmpty() ? null : status.under())
                .put("created_at", status.createdAt())
                .put("content", "<p>" + html + "</p>");
        ArrayNode attachments = node.putArray("media_attachments");
        status.media()
                .forEach(description -> attachments
                        .addObject()
                        .put("url", server.url() + "/media/" + attachments.size() + ".png")
                        .put("description", description));
        return node;
    }

    private static ObjectNode instance(int characters) {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("configuration")
                .putObject("statuses")
                .put("max_characters", characters)
                .put("max_media_attachments", 2)
                .put("characters_reserved_per_url", 10);
        return node;
    }

    private static Response error(int status, String error) {
        return Response.json(status, JSON.createObjectNode().put("error", error));
    }

    /** For a conversation that the connector does not have. */
    static byte[] form(String text) {
        return ("status=" + text).getBytes(StandardCharsets.UTF_8);
    }
}
