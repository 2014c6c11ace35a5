package org.imprimatur.approver;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.approver.wire.Samples;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.ApiKeys;
import org.imprimatur.kit.identity.LocalAccounts;
import org.imprimatur.kit.identity.Sessions;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;

/** An approver on a real broker, cases that wait there, and people who ask it over HTTP. */
final class Crowd implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);
    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalAccounts accounts;
    private final ApiKeys keys;
    private final WebServer web;
    private final Lifecycle running;
    private final KafkaProducer<String, byte[]> producer;

    Crowd(Path folder) {
        ApproverSettings settings = ApproverSettings.read(Settings.of(Map.of(
                "kafka.bootstrap",
                TestBroker.bootstrap(),
                "approver.undo",
                "0s",
                "approver.second-look",
                "0",
                "approver.folder",
                folder.resolve("approver").toString())));
        accounts = new LocalAccounts(folder.resolve("accounts.yaml"));
        keys = new ApiKeys(folder.resolve("keys.yaml"));
        Access access = new Access(accounts, keys, new Sessions());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApproverService approver =
                new ApproverService(settings, wire, access, meters, Optional.empty(), Optional.empty());
        web = new WebServer(
                new WebSettings("127.0.0.1", 0), access, List.of(approver.routes()), List.of(approver), meters);
        running = new Lifecycle(List.of(approver, web));
        running.start();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
        await().atMost(PATIENCE).until(() -> approver.health().isUp());
    }

    /** So many cases wait, and the read model shows them; their posts' ids. */
    List<String> hold(String prefix, int count) {
        List<String> posts =
                IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
        for (String post : posts) {
            send(Topics.DRAFTS.name(), post, samples.draft(post, 1, text(post)));
            send(Topics.VERDICTS.name(), post, samples.verdict(post, 1, text(post), "HOLD", 1));
            send(Topics.HELD.name(), post, samples.held(post, 1, text(post), "HOLD", 1));
        }
        String auditor = key("ann", "auditor");
        await().atMost(PATIENCE)
                .until(
                        () -> json(get("/v1/cases?limit=1&words=" + prefix, auditor))
                                .path("total")
                                .asInt(),
                        total -> total == count);
        return posts;
    }

    private void send(String topic, String post, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, post, value));
    }

    String key(String owner, String role) {
        return keys.create(owner, Set.of(role)).reveal();
    }

    /** The cookie of a reviewer who signed in by the form. */
    String session(String reviewer) {
        String password = accounts.create(reviewer, Set.of("reviewer")).reveal();
        String form = "name=" + reviewer + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> answer = ask(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    HttpResponse<String> get(String path, String key) {
        return ask(request(path).header("Authorization", "Bearer " + key));
    }

    HttpResponse<String> decide(String post, String key, String kind) {
        String body = JSON.createObjectNode()
                .put("kind", kind)
                .put("revision", 1)
                .put("contentHash", samples.hash(post, 1, text(post)))
                .put("reason", kind.equals("reject") ? "It names a number." : "")
                .put("policy", kind.equals("reject") ? "R1" : "")
                .toString();
        return ask(request("/v1/cases/" + post + "/commands")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens a page's stream; it stays open until the crowd goes. */
    OpenPage open(String path, String cookie) {
        OpenPage page = new OpenPage();
        var unused =
                http.sendAsync(request(path).header("Cookie", cookie).build(), BodyHandlers.fromLineSubscriber(page));
        return page;
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
    }

    private static String text(String post) {
        return post.replace('-', ' ') + ": call 555-0100";
    }

    @Override
    public void close() {
        producer.close();
        running.close();
    }
}
