package org.imprimatur.approver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.testkit.api.DescribedApi.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
                "kafka.bootstrap",
                TestBroker.bootstrap(),
                "approver.undo",
                "0s",
                "approver.second-look",
                "0",
                "approver.folder",
                folder.resolve("approver").toString())));
        keys = new ApiKeys(folder.resolve("keys.yaml"));
        Access access = new Access(new LocalAccounts(folder.resolve("accounts.yaml")), keys, new Sessions());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApproverService approver =
                new ApproverService(settings, WIRE, access, meters, Optional.empty(), Optional.empty());
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
    void everyKindOfCommandIsTakenAndItsNeedsAreNamed() throws Exception {
        hold("k1");
        String hash = SAMPLES.hash("k1", 1, TEXT);
        String mira = key("mira", "reviewer");
        String noah = key("noah", "reviewer");
        String olga = key("olga", "author");
        assertThat(command("k1", mira, "claim", hash, "").statusCode()).isEqualTo(200);
        assertThat(title(command("k1", noah, "claim", hash, ""))).isEqualTo("CLAIMED_BY_ANOTHER");
        assertThat(command("k1", noah, "take_over", hash, "").body()).contains("\"whom\":\"mira\"");
        assertThat(title(command("k1", noah, "reject", hash, "No"))).isEqualTo("POLICY_MISSING");
        ObjectNode escalate =
                json("escalate", 1, hash, "", "").put("note", "Ask legal").put("whom", "person:mira");
        assertThat(post("/v1/cases/k1/commands", noah, escalate.toString()).statusCode())
                .isEqualTo(200);
        assertThat(command("k1", olga, "comment", hash, "It is cleared with them")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/cases/k1/history", mira).body()).contains("Ask legal");
        assertThat(get("/v1/cases/k1/history", olga).body()).doesNotContain("Ask legal");
        assertThat(post(
                                "/v1/cases/k1/commands",
                                mira,
                                json("edit", 1, hash, "", "").toString())
                        .body())
                .contains("#/text");
        ObjectNode edit = json("edit", 1, hash, "", "").put("text", "Call us");
        assertThat(post("/v1/cases/k1/commands", mira, edit.toString()).body())
                .contains("\"madeHash\":\"" + SAMPLES.hash("k1", 2, "Call us") + "\"");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/v1/cases/k1", mira).body().contains("\"text\":\"Call us\""));
    }

    @Test
    void whoWroteItWithdrawsItAndNobodyElseDoes() throws Exception {
        hold("w1");
        String hash = SAMPLES.hash("w1", 1, TEXT);
        assertThat(command("w1", key("otto", "author"), "withdraw", hash, "").statusCode())
                .isEqualTo(404);
        assertThat(title(command("w1", key("mira", "reviewer"), "withdraw", hash, "")))
                .isEqualTo("NOT_THE_AUTHOR");
        assertThat(command("w1", key("olga", "author"), "withdraw", hash, "Wrong date")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/cases/w1", key("olga", "author")).body()).contains("\"state\":\"WITHDRAWN\"");
    }

    @Test
    void casesOfLowRiskAreApprovedTogetherOrNotAtAll() throws Exception {
        hold("m1");
        hold("m2");
        String mira = key("mira", "reviewer");
        String wrong = "{\"items\":[" + item("m1") + "," + item("m2").replace("\"revision\":1", "\"revision\":9") + ","
                + item("m1") + "]}";
        HttpResponse<String> refused = post("/v1/cases/approvals", mira, wrong);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(title(refused)).isEqualTo("NOT_ALL_QUALIFY");
        assertThat(JSON.readTree(refused.body()).path("errors").findValuesAsText("pointer"))
                .containsExactly("#/items/1", "#/items/2");
        assertThat(get("/v1/cases/m1", mira).body()).contains("\"state\":\"OPEN\"");
        HttpResponse<String> done =
                post("/v1/cases/approvals", mira, "{\"items\":[" + item("m1") + "," + item("m2") + "]}");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(done.body()).findValuesAsText("kind")).containsExactly("APPROVED", "APPROVED");
        assertThat(done.body()).contains("IN_BULK");
        assertThat(post("/v1/cases/approvals", mira, "{\"items\":[]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void overseersSearchAllPostsAndTheHistoryOfAnAccount() throws Exception {
        hold("s1");
        String auditor = key("ann", "auditor");
        JsonNode posts = JSON.readTree(
                get("/v1/posts?words=s1&account=outbox&author=olga", auditor).body());
        assertThat(posts.path("items").findValuesAsText("postId")).containsExactly("s1");
        assertThat(get("/v1/posts", key("olga", "author")).statusCode()).isEqualTo(403);
        assertThat(get("/v1/posts?from=yesterday", auditor).body()).contains("?from");
        assertThat(get("/v1/accounts/outbox/history?limit=5", auditor).body()).contains("OPENED");
        assertThat(get("/v1/cases/counts", auditor).body()).contains("\"PATIENT_IDENTIFIER\"");
        assertThat(get("/v1/cases?state=open,approved&mark=low_risk&free=true&words=s1", auditor)
                        .body())
                .contains("\"total\":1");
        assertThat(get("/v1/cases?state=odd&mark=odd&free=1", auditor).statusCode())
                .isEqualTo(400);
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
                .containsExactlyInAnyOrder("?severity", "?limit");
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

    private static String title(HttpResponse<String> problem) throws IOException {
        return JSON.readTree(problem.body()).path("title").asText();
    }

    private static String item(String postId) {
        return JSON.createObjectNode()
                .put("postId", postId)
                .put("revision", 1)
                .put("contentHash", SAMPLES.hash(postId, 1, TEXT))
                .toString();
    }

    private static String body(String kind, int revision, String hash, String reason, String commandId) {
        return json(kind, revision, hash, reason, commandId).toString();
    }

    private static ObjectNode json(String kind, int revision, String hash, String reason, String commandId) {
        return JSON.createObjectNode()
                .put("kind", kind)
                .put("revision", revision)
                .put("contentHash", hash)
                .put("reason", reason)
                .put("commandId", commandId);
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return described(HTTP.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static HttpResponse<String> post(String path, String key, String body)
            throws IOException, InterruptedException {
        return described(HTTP.send(
                request(path, key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private static HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }
}
