package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.ingest.IngestServer.json;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.schemas.avro.Verdict;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class DraftApiTest {
    private static final String TEXT = "{\"account\": \"main\", \"text\": \"Flu shots on Saturday.\"}";

    @TempDir
    static Path folder;

    private static IngestServer server;
    private static DraftsInKafka kafka;
    private static String ana;
    private static String ben;

    @BeforeAll
    static void start() {
        server = IngestServer.start(folder);
        kafka = new DraftsInKafka(TestBroker.bootstrap(), IngestServer.WIRE);
        ana = server.key("ana", "author");
        ben = server.key("ben", "author");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aDraftIsInTheTopicWhenItWasAnsweredWith202() throws Exception {
        HttpResponse<String> answer = server.send(server.post("/v1/drafts", ana, TEXT));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/v1/drafts/" + body.path("postId").asText());
        assertThat(kafka.of(body.path("postId").asText())).singleElement().satisfies(draft -> {
            assertThat(draft.getText()).isEqualTo("Flu shots on Saturday.");
            assertThat(draft.getAuthor()).isEqualTo("ana");
            assertThat(draft.getRevision()).isEqualTo(1);
            assertThat(draft.getContentHash())
                    .isEqualTo(ContentHash.of(draft))
                    .isEqualTo(body.path("contentHash").asText());
        });
    }

    @Test
    void aDraftCanBeReadAsSoonAsItWasTaken() throws Exception {
        String postId = submitted(TEXT);

        HttpResponse<String> answer = server.send(server.get("/v1/drafts/" + postId, ana));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("state").asText()).isEqualTo("screening");
        assertThat(json(answer).path("text").asText()).isEqualTo("Flu shots on Saturday.");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whoseRoleCountsForOneGroupHandsInAndReadsForItsAccountsOnly() throws Exception {
        String gil = server.key("gil", "author:family");
        String clinic = "{\"account\": \"clinic\", \"text\": \"The clinic opens at 9.\"}";

        HttpResponse<String> taken = server.send(server.post("/v1/drafts", gil, clinic));
        HttpResponse<String> refused = server.send(server.post("/v1/drafts", gil, TEXT));

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asText()).contains("does not count for the account");
        String own = json(taken).path("postId").asText();
        assertThat(server.send(server.post(
                                "/v1/drafts/" + own + "/revisions",
                                gil,
                                "{\"account\": \"main\", \"text\": \"Moved.\", \"baseRevision\": 1}"))
                        .statusCode())
                .as("moved to another group’s account")
                .isEqualTo(403);
        assertThat(server.send(server.get("/v1/drafts/" + own, server.key("fay", "reviewer:family")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.get("/v1/drafts/" + submitted(TEXT), server.key("fay", "reviewer:family")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.get("/v1/drafts/" + own, server.key("hal", "reviewer:hospital")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAuthorizationThatAnotherGroupKeepsIsRefusedAsIfThereWereNone() throws Exception {
        kafka.write(Topics.AUTHORIZATIONS, "H-1", authorization("H-1", "hospital"));
        kafka.write(Topics.AUTHORIZATIONS, "F-1", authorization("F-1", "family"));
        String gil = server.key("gil", "author:family");
        String clinic = "{\"account\": \"clinic\", \"text\": \"She thanks us.\", \"authorizations\": [\"%s\"]}";

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.send(server.post("/v1/drafts", gil, clinic.formatted("F-1")))
                                .statusCode()
                        == 202);
        HttpResponse<String> foreign = server.send(server.post("/v1/drafts", gil, clinic.formatted("H-1")));
        HttpResponse<String> unknown = server.send(server.post("/v1/drafts", gil, clinic.formatted("H-9")));
        HttpResponse<String> own = server.send(server.post("/v1/drafts", gil, clinic.formatted("F-1")));

        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(json(foreign).path("errors").findValuesAsText("detail"))
                .containsExactly("No such authorization is on file for the accounts that you write for;"
                        + " correct its id or have it recorded first.");
        assertThat(foreign.body()).as("not told apart").isEqualTo(unknown.body());
        assertThat(own.statusCode()).isEqualTo(202);
        String revision = clinic.formatted("H-1").replace("}", ", \"baseRevision\": 1}");
        assertThat(server.send(server.post(
                                "/v1/drafts/" + json(own).path("postId").asText() + "/revisions", gil, revision))
                        .statusCode())
                .as("nor by a later revision")
                .isEqualTo(422);
        assertThat(server.send(server.post("/v1/drafts", ana, clinic.formatted("H-1")))
                        .statusCode())
                .as("who writes for every account may")
                .isEqualTo(202);
    }

    @Test
    void everyFaultIsNamedAtOnce() throws Exception {
        HttpResponse<String> answer = server.send(server.post(
                "/v1/drafts", ana, "{\"text\": \"\", \"kind\": \"story\", \"authorizations\": [\"A-9\"], \"x\": 1}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(answer).path("errors").findValuesAsText("pointer"))
                .containsExactly("#/text", "#/account", "#/kind", "#/authorizations/0", "#/x");
    }

    @Test
    void whatIsNotOneJsonObjectIsRefusedWithoutBeingQuoted() throws Exception {
        List<String> bodies =
                List.of("", "canary", "[]", "null", "{\"text\": \"canary", "{} canary", "{\"a\":1,\"a\":2}");

        for (String body : bodies) {
            HttpResponse<String> answer = server.send(server.post("/v1/drafts", ana, body));
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).doesNotContain("canary");
        }
    }

    @Test
    void theSameKeyAndContentGetTheSameAnswerAndOneRecord() throws Exception {
        JsonNode first = json(server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k-1")));

        HttpResponse<String> second = server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k-1"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second)).isEqualTo(first);
        assertThat(kafka.of(first.path("postId").asText())).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherContentIsAConflict() throws Exception {
        String postId = json(server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k-2")))
                .path("postId")
                .asText();

        HttpResponse<String> other = server.send(
                server.post("/v1/drafts", ana, TEXT.replace("Saturday", "Sunday"), "Idempotency-Key", "k-2"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(kafka.of(postId)).hasSize(1);
    }

    @Test
    void theSameKeyOfTwoPeopleMakesTwoPosts() throws Exception {
        JsonNode ours = json(server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k-3")));
        JsonNode theirs = json(server.send(server.post("/v1/drafts", ben, TEXT, "Idempotency-Key", "k-3")));

        assertThat(ours.path("postId")).isNotEqualTo(theirs.path("postId"));
    }

    @Test
    void theSameKeyManyTimesAtOnceMakesOneRecord() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(12);
        Callable<HttpResponse<String>> submit =
                () -> server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k-4"));
        try {
            List<Integer> statuses = new ArrayList<>();
            String postId = "";
            for (Future<HttpResponse<String>> answer : people.invokeAll(Collections.nCopies(12, submit))) {
                statuses.add(answer.get().statusCode());
                postId = json(answer.get()).path("postId").asText();
            }

            assertThat(statuses).containsOnly(200, 202).containsOnlyOnce(202);
            assertThat(kafka.of(postId)).hasSize(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void aKeyThatNoHeaderCanHoldIsRefused() throws Exception {
        HttpResponse<String> answer =
                server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k".repeat(201)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyWithoutTheRoleAuthorSubmits() throws Exception {
        String reviewer = server.key("rita", "reviewer");

        assertThat(server.send(server.post("/v1/drafts", "imp_wrong", TEXT)).statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.post("/v1/drafts", reviewer, TEXT)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPostIsShownToItsAuthorsReviewersAndAuditorsOnly() throws Exception {
        String path = "/v1/drafts/" + submitted(TEXT);

        assertThat(server.send(server.get(path, ben)).statusCode()).isEqualTo(404);
        assertThat(server.send(server.get(path, server.key("rita", "reviewer"))).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.get(path, server.key("adam", "auditor"))).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.get(path, server.key("root", "administrator")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNewRevisionFollowsTheNewestAndKeepsTheContributors() throws Exception {
        String postId = submitted(TEXT);
        String changed = "{\"account\": \"main\", \"text\": \"Flu shots on Sunday.\", \"baseRevision\": 1}";
        String path = "/v1/drafts/" + postId + "/revisions";

        HttpResponse<String> second = server.send(server.post(path, ana, changed));
        HttpResponse<String> repeated = server.send(server.post(path, ana, changed));
        HttpResponse<String> stale = server.send(server.post(path, ana, changed.replace("Sunday", "Monday")));
        HttpResponse<String> foreign = server.send(server.post(path, ben, changed));

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(json(second).path("revision").asInt()).isEqualTo(2);
        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(stale).path("detail").asText()).contains("Revision 2 is the newest");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(kafka.of(postId)).extracting(Draft::getRevision).containsExactly(1, 2);
        assertThat(kafka.of(postId))
                .allSatisfy(draft -> assertThat(draft.getContributors()).containsExactly("ana"));
    }

    @Test
    void theStateFollowsWhatTheOtherServicesWrite() throws Exception {
        JsonNode receipt = json(server.send(server.post("/v1/drafts", ana, TEXT)));
        String postId = receipt.path("postId").asText();
        String hash = receipt.path("contentHash").asText();

        kafka.write(Topics.VERDICTS, postId, held(postId, hash));
        awaitState(postId, "held");
        assertThat(post(postId).path("reasons").path(0).path("message").asText())
                .isEqualTo("Remove the number.");

        kafka.write(Topics.REVIEW_EVENTS, postId, event(postId, hash, 2, EventKind.CHANGES_REQUESTED));
        awaitState(postId, "changes-asked");
        assertThat(post(postId).path("note").asText()).isEqualTo("Leave out the town.");

        kafka.write(Topics.REVIEW_EVENTS, postId, event(postId, hash, 3, EventKind.RELEASED));
        awaitState(postId, "approved");

        kafka.write(Topics.DELIVERIES, postId, published(postId, hash));
        awaitState(postId, "published");
        assertThat(post(postId).path("publications").path(0).path("url").asText())
                .isEqualTo("https://outbox.example/1");
    }

    @Test
    void theListShowsOnesOwnPostsByStatePageByPage() throws Exception {
        String cleo = server.key("cleo", "author");
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mine.add(
                    0,
                    json(server.send(server.post("/v1/drafts", cleo, TEXT)))
                            .path("postId")
                            .asText());
        }

        JsonNode first = json(server.send(server.get("/v1/drafts?limit=2", cleo)));
        JsonNode second = json(server.send(
                server.get("/v1/drafts?limit=2&before=" + first.path("next").asText(), cleo)));

        assertThat(first.findValuesAsText("postId")).hasSize(2);
        assertThat(second.findValuesAsText("postId")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        List<String> all = new ArrayList<>(first.findValuesAsText("postId"));
        all.addAll(second.findValuesAsText("postId"));
        assertThat(all).containsExactlyInAnyOrderElementsOf(mine);
        assertThat(json(server.send(server.get("/v1/drafts?state=held", cleo))).path("drafts"))
                .isEmpty();
        assertThat(server.send(server.get("/v1/drafts?state=lost", cleo)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void noLogLineHoldsWhatADraftSays() throws Exception {
        String canary = "canary-5c1d";
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        try {
            String postId = submitted("{\"account\": \"main\", \"text\": \"%s\"}".formatted(canary));
            server.send(server.post("/v1/drafts", ana, "{\"account\": \"%1$s\", \"text\": \"%1$s".formatted(canary)));
            server.send(server.post("/v1/drafts", ana, "{\"%1$s\": 1, \"kind\": \"%1$s\"}".formatted(canary)));
            server.send(server.get("/v1/drafts/" + postId, ana));
            LoggerFactory.getLogger(DraftApiTest.class).info("the appender listens");
        } finally {
            root.detachAppender(lines);
        }

        assertThat(lines.list)
                .isNotEmpty()
                .noneSatisfy(line -> assertThat(
                                line.getFormattedMessage() + line.getKeyValuePairs() + line.getThrowableProxy())
                        .contains(canary));
    }

    private static String submitted(String body) throws Exception {
        HttpResponse<String> answer = server.send(server.post("/v1/drafts", ana, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("postId").asText();
    }

    private static JsonNode post(String postId) throws Exception {
        return json(server.send(server.get("/v1/drafts/" + postId, ana)));
    }

    private static Authorization authorization(String id, String group) {
        return Authorization.newBuilder()
                .setAuthorizationId(id)
                .setPersonName("Casimir Holt")
                .setScope("his words")
                .setGroup(group)
                .build();
    }

    private static void awaitState(String postId, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(post(postId).path("state").asText()).isEqualTo(state));
    }

    private static Verdict held(String postId, String hash) {
        FiredRule rule = new FiredRule(
                "r-1",
                "A phone",
                "PATIENT_IDENTIFIER",
                "45 CFR 164.514(b)(2)",
                Action.HOLD,
                Severity.HIGH,
                "Remove the number.",
                null,
                List.of());
        return new Verdict(
                postId, 1, hash, Route.HELD, List.of(), List.of(rule), 1, "healthcare-us", "1", 10L, Instant.now());
    }

    private static ReviewEvent event(String postId, String hash, long sequence, EventKind kind) {
        return ReviewEvent.newBuilder()
                .setPostId(postId)
                .setRevision(1)
                .setContentHash(hash)
                .setSequence(sequence)
                .setKind(kind)
                .setReason("Leave out the town.")
                .setPolicyVersion("healthcare-us")
                .setEngineVersion("1")
                .setAt(Instant.now())
                .setPreviousHash("0".repeat(64))
                .setHash("1".repeat(64))
                .build();
    }

    private static Delivery published(String postId, String hash) {
        return Delivery.newBuilder()
                .setDeliveryId(postId + "-1")
                .setPostId(postId)
                .setRevision(1)
                .setAccount("main")
                .setContentHash(hash)
                .setState(DeliveryState.PUBLISHED)
                .setIdempotencyKey("d-1")
                .setUrl("https://outbox.example/1")
                .setAt(Instant.now())
                .build();
    }
}
