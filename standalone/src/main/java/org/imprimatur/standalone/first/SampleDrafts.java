package org.imprimatur.standalone.first;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.imprimatur.kit.settings.Secret;

/**
 * Sends the sample organization's drafts through the public API, as any author's program would.
 *
 * <p>Each goes under an idempotency key of its own, so sending them again makes no second post.
 */
public final class SampleDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int NOT_READY = 503;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI drafts;
    private final Secret key;

    /** Sends as the key's owner to the API at {@code console}, such as {@code http://localhost:8080}. */
    public SampleDrafts(String console, Secret key) {
        this.drafts = URI.create(console + "/v1/drafts");
        this.key = key;
    }

    /** The sample organization's file; the caller closes it. */
    public static InputStream organization() {
        return resource("sample/organization.yaml");
    }

    /** Sends all of them; throws when one is not accepted. */
    public void send() {
        read().forEach(this::send);
    }

    private void send(ObjectNode sample) {
        String id = sample.path("id").asText();
        sample.remove("id");
        int status = post(id, sample.toString());
        if (status != 202 && status != 200) {
            throw new IllegalStateException("sample draft " + id + " was answered with status " + status);
        }
    }

    private int post(String id, String body) {
        HttpRequest request = HttpRequest.newBuilder(drafts)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key.reveal())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "sample-" + id)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = NOT_READY;
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (status == NOT_READY && System.nanoTime() < deadline) {
                status = client.send(request, BodyHandlers.discarding()).statusCode();
            }
            return status;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static List<ObjectNode> read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource("sample/drafts.jsonl"), StandardCharsets.UTF_8))) {
            return lines.lines().map(SampleDrafts::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode parse(String line) {
        try {
            return JSON.readValue(line, ObjectNode.class);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static InputStream resource(String name) {
        InputStream found = SampleDrafts.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " was not built into this program");
        }
        return found;
    }
}
