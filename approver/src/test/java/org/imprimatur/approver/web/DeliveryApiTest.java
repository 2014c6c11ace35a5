package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.testkit.api.DescribedApi.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read and ask about publications and authorizations. */
class DeliveryApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConsoleUnderTest console;

    DeliveryApiTest(@TempDir Path folder) throws SQLException {
        console = new ConsoleUnderTest(folder);
    }

    @BeforeEach
    void fill() {
        Published.fill(console);
    }

    @AfterEach
    void close() throws SQLException {
        console.close();
    }

    @Test
    void theListBeginsWithWhatNeedsAPersonAndTakesFilters() throws Exception {
        JsonNode all = read(get("/v1/deliveries", key("auditor")));
        JsonNode some =
                read(get("/v1/deliveries?group=needs_person,refused&platform=bluesky&limit=2", key("reviewer")));

        assertThat(all.path("total").asInt()).isEqualTo(5);
        assertThat(all.path("items").findValuesAsText("step"))
                .containsExactly("TAKEDOWN_TASK", "UNCONFIRMED", "SCHEDULED", "REJECTED", "PUBLISHED");
        assertThat(some.path("total").asInt()).isEqualTo(3);
        assertThat(some.path("items")).hasSize(2);
        assertThat(get("/v1/deliveries?group=odd", key("reviewer")).statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/deliveries", key("author")).statusCode()).isEqualTo(403);
    }

    @Test
    void aCommandIsAnsweredByThePublisherAndTheSameIdOnlyOnce() throws Exception {
        String body = "{\"kind\":\"take_down\",\"deliveryId\":\"%s\",\"reason\":\"Wrong date\",\"commandId\":\"c1\"}"
                .formatted(GateUnderTest.id(Published.LIVE));
        String mira = key("reviewer");

        HttpResponse<String> first = ask(Published.LIVE, mira, body);
        HttpResponse<String> second = ask(Published.LIVE, mira, body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(read(first).path("deliveryIds").get(0).asText()).isEqualTo(GateUnderTest.id(Published.LIVE));
        JsonNode post = read(get("/v1/cases/" + Sample.id(Published.LIVE) + "/deliveries", mira));
        assertThat(post.path("commands")).hasSize(1);
        assertThat(post.path("deliveries")
                        .get(0)
                        .path("takedown")
                        .path("because")
                        .asText())
                .isEqualTo("Wrong date");
        assertThat(ask(
                                Published.LIVE,
                                console.keys.create("noah", Set.of("reviewer")).reveal(),
                                body)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRefusalOfTheGateIsAConflictAndSilenceIsSaid() throws Exception {
        String cancel = "{\"kind\":\"cancel\",\"deliveryId\":\"%s\",\"reason\":\"No\"}"
                .formatted(GateUnderTest.id(Published.LIVE));

        HttpResponse<String> refused = ask(Published.LIVE, key("administrator"), cancel);
        console.gate.silent = true;
        HttpResponse<String> unanswered = ask(Published.LIVE, key("administrator"), cancel);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused).path("detail").asText()).isEqualTo("it is live already; ask for a take-down");
        assertThat(unanswered.statusCode()).isEqualTo(503);
        assertThat(unanswered.body()).contains("same commandId");
    }

    @Test
    void everyFaultIsNamedAndOnlyWhoMayDecideAsks() throws Exception {
        HttpResponse<String> empty = ask(Published.LIVE, key("reviewer"), "{}");
        String noAddress =
                "{\"kind\":\"confirm_live\",\"deliveryId\":\"x\",\"reason\":\"Seen\",\"url\":\"javascript:1\"}";

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("#/kind");
        assertThat(ask(Published.LIVE, key("reviewer"), noAddress).body()).contains("beginning with https://");
        for (String role : new String[] {"author", "auditor"}) {
            assertThat(ask(Published.LIVE, key(role), noAddress).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(ask(99, key("reviewer"), noAddress).statusCode()).isEqualTo(404);
    }

    @Test
    void anAuthorizationIsRecordedReadAndRevokedWithWhatRestsOnIt() throws Exception {
        String body = """
            {"authorizationId":"A-200","person":"Patient 4711","scope":"his words","disclosedBy":"Harbor Valley",
             "recipients":"the public","purpose":"marketing","platforms":["Bluesky"],"signedOn":"2026-11-20",
             "expires":"2027-11-20","formHash":"%s"}
            """.formatted("ab".repeat(32));
        String mira = key("reviewer");

        assertThat(post("/v1/authorizations", mira, "{}").body()).contains("Without an end it is not valid");
        assertThat(post("/v1/authorizations", mira, body).statusCode()).isEqualTo(201);
        assertThat(post("/v1/authorizations", mira, body).statusCode()).isEqualTo(409);
        assertThat(post("/v1/authorizations/A-200/revocation", mira, "{}").statusCode())
                .isEqualTo(400);
        JsonNode revoked = read(post("/v1/authorizations/A-101/revocation", mira, "{\"reason\":\"By letter\"}"));
        JsonNode again = read(post("/v1/authorizations/A-101/revocation", mira, "{\"reason\":\"Twice\"}"));

        assertThat(revoked.path("standing").asText()).isEqualTo("REVOKED");
        assertThat(revoked.path("deliveries")).hasSize(5);
        assertThat(again.path("revocation").path("because").asText()).isEqualTo("By letter");
        assertThat(read(get("/v1/authorizations", mira)).path("total").asInt()).isEqualTo(3);
        assertThat(read(get("/v1/authorizations/A-200", mira))
                        .path("platforms")
                        .get(0)
                        .asText())
                .isEqualTo("bluesky");
        assertThat(get("/v1/authorizations/A-999", mira).statusCode()).isEqualTo(404);
        for (String role : new String[] {"author", "auditor"}) {
            assertThat(get("/v1/authorizations", key(role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
            assertThat(post("/v1/authorizations/A-200/revocation", key(role), "{\"reason\":\"No\"}")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    private String key(String role) {
        return console.keys.create("m-" + role, Set.of(role)).reveal();
    }

    private HttpResponse<String> ask(int number, String key, String body) throws IOException, InterruptedException {
        return post("/v1/cases/" + Sample.id(number) + "/deliveries/commands", key, body);
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        return described(HTTP.send(
                request(path, key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return described(HTTP.send(request(path, key).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(console.address(path))).header("Authorization", "Bearer " + key);
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
