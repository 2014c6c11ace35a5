package org.imprimatur.approver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker, asked over HTTP. */
class ApproverServiceTest {
    private static final String TEXT = "Call 555-0100";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Wire WIRE = Wire.inMemory();
    private static final Samples SAMPLES = new Samples(WIRE);

    @TempDir
    private static Path folder;

    private static Lifecycle running;
    private static WebServer web;
    private static ApiKeys keys;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() {
        ApproverSettings settings = ApproverSettings.read(Settings.of(Map.of(
                "kafka.bootstrap", TestBroker.bootstrap(),
                "approver.folder", folder.resolve("approver").toString())));
        keys = new ApiKeys(folder.resolve("keys.yaml"));
        Access access = new Access(new LocalAccounts(folder.resolve("accounts.yaml")), keys, new Sessions());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApproverService approver = new ApproverService(settings, WIRE, access, meters, Optional.empty());
        web = new WebServer(
                new WebSettings("127.0.0.1", 0), access, List.of(approver.routes()), List.of(approver), meters);
        running = new Lifecycle(List.of(approver, web));
        running.start();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
        await().atMost(Duration.ofSeconds(60)).until(() -> approver.health().isUp());
    }

    @AfterAll
    static void stop() {
        producer.close();
        running.close();
    }

    @Test
    void anApprovalOverHttpReleasesTheDraftAndTheHistoryVerifies() throws Exception {
        hold("a1");
        String reviewer = key("mira", "reviewer");
        HttpResponse<String> answer = command("a1", reviewer, "approve", SAMPLES.hash("a1", 1, TEXT), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("kind").asText()).isEqualTo("APPROVED");
        assertThat(released("a1"))
                .isEqualTo(new Samples.Released(1, SAMPLES.hash("a1", 1, TEXT), TEXT, List.of("mira"), 2));
        JsonNode history = JSON.readTree(get("/v1/cases/a1/history", reviewer).body());
        assertThat(history.path("verified").asBoolean()).isTrue();
        assertThat(history.path("events").findValuesAsText("kind")).containsExactly("OPENED", "APPROVED", "RELEASED");
    }

    @Test
    void aRefusalIsAConflictThatSaysWhatToDo() throws Exception {
        hold("b1");
        HttpResponse<String> answer =
                command("b1", key("mira", "reviewer"), "reject", SAMPLES.hash("b1", 1, TEXT), " ");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("title").asText()).isEqualTo("REASON_MISSING");
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains("Say why");
    }

    @Test
    void theSameCommandIdGetsTheSameAnswer() throws Exception {
        hold("c1");
        String reviewer = key("mira", "reviewer");
        String body = body("claim", 1, SAMPLES.hash("c1", 1, TEXT), "", "same-id");
        HttpResponse<String> first = post("/v1/cases/c1/commands", reviewer, body);
        HttpResponse<String> second = post("/v1/cases/c1/commands", reviewer, body);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void everyFaultOfACommandIsNamedAtOnce() throws Exception {
        HttpResponse<String> answer = post("/v1/cases/d1/commands", key("mira", "reviewer"), "{\"kind\":\"publish\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/kind", "#/revision", "#/contentHash");
        assertThat(post("/v1/cases/d1/commands", key("mira", "reviewer"), "[]").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoMayNotDecideCannotAndWhoMayNotReadSeesNothing() throws Exception {
        hold("e1");
        String hash = SAMPLES.hash("e1", 1, TEXT);
        assertThat(command("e1", "imp_forged", "approve", hash, "").statusCode())
                .isEqualTo(401);
        for (String role : List.of("author", "auditor", "administrator", "owner")) {
            assertThat(command("e1", key("x-" + role, role), "approve", hash, "")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(get("/v1/cases", key("nobody", "owner")).statusCode()).isEqualTo(403);
        assertThat(get("/v1/cases", key("olga", "author")).statusCode()).isEqualTo(403);
        assertThat(get("/v1/cases/e1", key("olga", "author")).statusCode()).isEqualTo(200);
        assertThat(get("/v1/cases/e1", key("otto", "author")).statusCode()).isEqualTo(404);
        assertThat(get("/v1/cases/e1/history", key("otto", "author")).statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/cases/e1", key("ann", "auditor")).statusCode()).isEqualTo(200);
    }

    @Test
    void theQueueIsListedWithFiltersAndRefusesNonsense() throws Exception {
        hold("f1");
        String auditor = key("ann", "auditor");
        JsonNode page = JSON.readTree(
                get("/v1/cases?words=f1&reason=PATIENT_IDENTIFIER", auditor).body());
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("items").get(0).path("contentHash").asText()).isEqualTo(SAMPLES.hash("f1", 1, TEXT));
        HttpResponse<String> nonsense = get("/v1/cases?severity=odd&limit=9999", auditor);
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(nonsense.body()).path("errors").findValuesAsText("pointer"))
                .containsExactly("?severity", "?limit");
    }

    @Test
    void anUndecodableCommandIsSeenAmongTheDeadLetters() {
        String auditor = key("ann", "auditor");
        send(Topics.REVIEW_COMMANDS.name(), "g1", new byte[] {7});
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode letters = JSON.readTree(get("/v1/dead-letters", auditor).body());
            assertThat(letters.path("items").findValuesAsText("key")).contains("g1");
        });
    }

    @Test
    void thePagesAreServedBesideTheApi() throws Exception {
        HttpResponse<String> page = get("/sign-in", "none");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    private static void send(String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }

    private static void hold(String postId) {
        send(Topics.DRAFTS.name(), postId, SAMPLES.draft(postId, 1, TEXT));
        send(Topics.VERDICTS.name(), postId, SAMPLES.verdict(postId, 1, TEXT, "HOLD", 1));
        send(Topics.HELD.name(), postId, SAMPLES.held(postId, 1, TEXT, "HOLD", 1));
        String auditor = key("ann", "auditor");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/v1/cases/" + postId, auditor).body().contains("\"openedAt\""));
    }

    private static Samples.Released released(String postId) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CLEARED.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> next(consumer, postId), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static Optional<Samples.Released> next(KafkaConsumer<String, byte[]> consumer, String postId) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            if (record.key().equals(postId)) {
                return Optional.of(SAMPLES.released(record.value()));
            }
        }
        return Optional.empty();
    }

    private static String key(String owner, String role) {
        return keys.create(owner, Set.of(role)).reveal();
    }

    private static HttpResponse<String> command(String postId, String key, String kind, String hash, String reason)
            throws IOException, InterruptedException {
        return post("/v1/cases/" + postId + "/commands", key, body(kind, 1, hash, reason, ""));
    }

    private static String body(String kind, int revision, String hash, String reason, String commandId) {
        return JSON.createObjectNode()
                .put("kind", kind)
                .put("revision", revision)
                .put("contentHash", hash)
                .put("reason", reason)
                .put("commandId", commandId)
                .toString();
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return HTTP.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String key, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(path, key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }
}
