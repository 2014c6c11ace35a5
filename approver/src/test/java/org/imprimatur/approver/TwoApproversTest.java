package org.imprimatur.approver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.testkit.api.DescribedApi.described;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one broker, each with its own folder; a person may be served by either. */
class TwoApproversTest {
    private static final String TEXT = "Call 555-0100";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Wire WIRE = Wire.inMemory();
    private static final Samples SAMPLES = new Samples(WIRE);

    @TempDir
    private static Path folder;

    private static ApiKeys keys;
    private static Instance first;
    private static Instance second;
    private static KafkaProducer<String, byte[]> producer;

    /** One running service and its address. */
    private record Instance(Lifecycle running, WebServer web) {
        static Instance start(String name) {
            ApproverSettings settings = ApproverSettings.read(Settings.of(Map.of(
                    "kafka.bootstrap", TestBroker.bootstrap(),
                    "approver.undo", "3s",
                    "approver.second-look", "0",
                    "approver.answer-within", "60s",
                    "approver.folder", folder.resolve(name).toString())));
            Access access = new Access(new LocalAccounts(folder.resolve("accounts.yaml")), keys, new Sessions());
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            ApproverService approver =
                    new ApproverService(settings, WIRE, access, meters, Optional.empty(), Optional.empty());
            WebServer web = new WebServer(
                    new WebSettings("127.0.0.1", 0), access, List.of(approver.routes()), List.of(approver), meters);
            Lifecycle running = new Lifecycle(List.of(approver, web));
            running.start();
            await().atMost(Duration.ofSeconds(90)).until(() -> approver.health().isUp());
            return new Instance(running, web);
        }

        String get(String path, String key) throws IOException, InterruptedException {
            return send(request(path, key).GET()).body();
        }

        String post(String path, String key, String body) throws IOException, InterruptedException {
            return send(request(path, key).POST(HttpRequest.BodyPublishers.ofString(body)))
                    .body();
        }

        private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return described(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }

        private HttpRequest.Builder request(String path, String key) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                    .timeout(Duration.ofSeconds(70))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json");
        }
    }

    @BeforeAll
    static void start() {
        keys = new ApiKeys(folder.resolve("keys.yaml"));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
        first = Instance.start("first");
        second = Instance.start("second");
    }

    @AfterAll
    static void stop() {
        producer.close();
        second.running().close();
    }

    @Test
    void eitherAnswersShowsAndReleasesAndOneGoesOnWhenTheOtherIsGone() throws Exception {
        String mira = keys.create("mira", Set.of("reviewer")).reveal();
        String noah = keys.create("noah", Set.of("reviewer")).reveal();
        for (int i = 0; i < 8; i++) {
            String postId = "two-" + i;
            hold(postId);
            String claim = command(postId, "claim", "claim-" + i);
            String answer = first.post("/v1/cases/" + postId + "/commands", mira, claim);
            assertThat(answer).contains("CLAIMED");
            String again = second.post("/v1/cases/" + postId + "/commands", mira, claim);
            assertThat(JSON.readTree(again))
                    .as("the same command id on the other")
                    .isEqualTo(JSON.readTree(answer));
            assertThat(second.post("/v1/cases/" + postId + "/commands", noah, command(postId, "claim", "late-" + i)))
                    .contains("CLAIMED_BY_ANOTHER");
        }
        assertThat(first.post("/v1/cases/two-0/presence", mira, "{\"page\":\"first\",\"looking\":true}"))
                .contains("looking");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(second.get("/v1/cases/two-0/presence", noah)).contains("\"person\":\"mira\""));
        for (int i = 0; i < 8; i++) {
            String postId = "two-" + i;
            assertThat(first.post("/v1/cases/" + postId + "/commands", mira, command(postId, "approve", "yes-" + i)))
                    .contains("ENOUGH");
        }
        first.running().close();
        for (int i = 0; i < 8; i++) {
            String postId = "two-" + i;
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(kinds(second.get("/v1/cases/" + postId + "/history", noah)))
                            .containsExactly("OPENED", "CLAIMED", "REFUSED", "APPROVED", "RELEASED"));
        }
        assertThat(second.get("/v1/cases/two-7/history", noah)).contains("\"verified\":true");
    }

    private static List<String> kinds(String history) throws IOException {
        JsonNode events = JSON.readTree(history).path("events");
        return events.findValuesAsText("kind");
    }

    private static String command(String postId, String kind, String commandId) {
        return JSON.createObjectNode()
                .put("kind", kind)
                .put("revision", 1)
                .put("contentHash", SAMPLES.hash(postId, 1, TEXT))
                .put("commandId", commandId)
                .toString();
    }

    private static void hold(String postId) {
        send(Topics.DRAFTS.name(), postId, SAMPLES.draft(postId, 1, TEXT));
        send(Topics.VERDICTS.name(), postId, SAMPLES.verdict(postId, 1, TEXT, "HOLD", 1));
        send(Topics.HELD.name(), postId, SAMPLES.held(postId, 1, TEXT, "HOLD", 1));
        String auditor = keys.create("ann", Set.of("auditor")).reveal();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> first.get("/v1/cases/" + postId, auditor).contains("\"openedAt\"")
                        && second.get("/v1/cases/" + postId, auditor).contains("\"openedAt\""));
    }

    private static void send(String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
}
