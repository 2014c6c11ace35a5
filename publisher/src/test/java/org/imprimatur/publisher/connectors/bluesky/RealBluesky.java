package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.imprimatur.publisher.connectors.Forwarding;

/** A personal data server of the Bluesky team in a child process on this machine; it ends with its parent. */
final class RealBluesky implements AutoCloseable {
    static final String PASSWORD = "not-a-secret-of-anybody";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Process process;
    private final URI url;

    record Account(String handle, String did) {}

    private RealBluesky(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it; takes some seconds.
     *
     * @param installed the folder where the stage installed its packages
     */
    static RealBluesky start(Path installed) throws IOException {
        Path script = Path.of("src/test/peers/pds.mjs").toAbsolutePath();
        ProcessBuilder node = new ProcessBuilder("node", script.toString())
                .directory(installed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment().put("LOG_ENABLED", "false");
        Process process = node.start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = Optional.ofNullable(said.readLine())
                .orElseThrow(() -> new IOException("the server did not start; is it installed in " + installed + "?"));
        return new RealBluesky(
                process, URI.create(JSON.readTree(line).path("url").asText()));
    }

    URI url() {
        return url;
    }

    /** A new account, which has nothing. */
    Account account() throws IOException, InterruptedException {
        String handle = "harbor-" + UUID.randomUUID().toString().substring(0, 8) + ".test";
        ObjectNode wanted = JSON.createObjectNode()
                .put("handle", handle)
                .put("email", handle + "@example.org")
                .put("password", PASSWORD);
        JsonNode made = send(HttpRequest.newBuilder(at("com.atproto.server.createAccount"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wanted.toString())));
        return new Account(handle, made.path("did").asText());
    }

    /** All that the account has, newest first, at most 100. */
    JsonNode records(Account account) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at("com.atproto.repo.listRecords?limit=100&collection="
                                + BlueskyRecord.COLLECTION + "&repo=" + account.did()))
                        .GET())
                .path("records");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private URI at(String method) {
        return URI.create(url + "/xrpc/" + method);
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = Forwarding.asked(request);
        if (answer.statusCode() != 200) {
            throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
