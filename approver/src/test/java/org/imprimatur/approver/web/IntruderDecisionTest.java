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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with a key of their own could try to get a post out. */
class IntruderDecisionTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConsoleUnderTest console;

    IntruderDecisionTest(@TempDir Path folder) throws Exception {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void anAuthorWhoAlsoReviewsCanNotApproveTheirOwnPost() throws Exception {
        HttpResponse<String> answer = command(Queueful.OWN, key("theo", "author", "reviewer"), approval(Queueful.OWN));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).path("title").asText()).isEqualTo("OWN_WORK");
        assertThat(kinds(Queueful.OWN)).doesNotContain("APPROVED", "RELEASED");
    }

    @Test
    void rolesThatTheBodyClaimsAreNotBelieved() throws Exception {
        Map<String, Object> forged = approval(Queueful.CLAIM);
        forged.put("actor", Map.of("id", "mara", "roles", Set.of("reviewer")));
        forged.put("roles", Set.of("reviewer"));
        forged.put("reviewer", "mara");

        assertThat(command(Queueful.CLAIM, key("ana", "author"), forged).statusCode())
                .isEqualTo(403);
        assertThat(command(Queueful.CLAIM, key("nobody", "owner", "superuser"), forged)
                        .statusCode())
                .isEqualTo(403);
        assertThat(command(
                                Queueful.CLAIM,
                                key("ana", "author"),
                                approval(Queueful.CLAIM),
                                "X-Role",
                                "reviewer",
                                "X-Forwarded-User",
                                "mara")
                        .statusCode())
                .isEqualTo(403);
        assertThat(kinds(Queueful.CLAIM)).containsExactly("OPENED");
    }

    @Test
    void anApprovalOfAnotherRevisionOrContentReleasesNothing() throws Exception {
        String reviewer = key("mara", "reviewer");
        Map<String, Object> later = approval(Queueful.CLAIM);
        later.put("revision", 2);
        Map<String, Object> other = approval(Queueful.CLAIM);
        other.put("contentHash", "0".repeat(64));

        assertThat(command(Queueful.CLAIM, reviewer, later).statusCode()).isEqualTo(409);
        assertThat(command(Queueful.CLAIM, reviewer, other).statusCode()).isEqualTo(409);
        assertThat(kinds(Queueful.CLAIM)).doesNotContain("APPROVED", "RELEASED");
    }

    @Test
    void aNewRevisionVoidsAnApprovalThatWasSeenBeforeIt() throws Exception {
        Map<String, Object> stale = approval(Queueful.CLAIM);
        console.pipeline.held(
                Sample.draft(Queueful.CLAIM, "Harbor Valley is the safest of all.", console.clock.instant())
                        .revision(2)
                        .held());

        HttpResponse<String> answer = command(Queueful.CLAIM, key("mara", "reviewer"), stale);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(kinds(Queueful.CLAIM)).doesNotContain("APPROVED", "RELEASED");
    }

    @Test
    void aReplayedCommandCountsOnceAndNeverForAnotherPerson() throws Exception {
        Map<String, Object> first = approval(Queueful.STORY);
        first.put("commandId", "replayed-1");
        String mara = key("mara", "reviewer");
        assertThat(command(Queueful.STORY, mara, first).statusCode()).isEqualTo(200);

        command(Queueful.STORY, mara, first);
        command(Queueful.STORY, key("ravi", "reviewer"), first);

        assertThat(kinds(Queueful.STORY).stream().filter("APPROVED"::equals)).hasSize(1);
        assertThat(kinds(Queueful.STORY)).doesNotContain("RELEASED");
    }

    @Test
    void onePersonWithTwoKeysIsOneApprover() throws Exception {
        assertThat(command(Queueful.STORY, key("mara", "reviewer"), approval(Queueful.STORY))
                        .statusCode())
                .isEqualTo(200);
        assertThat(command(Queueful.STORY, key("mara", "reviewer"), approval(Queueful.STORY))
                        .statusCode())
                .isEqualTo(409);

        assertThat(kinds(Queueful.STORY)).doesNotContain("RELEASED");
    }

    @Test
    void aRoleForOneGroupIsNoRoleForEverything() throws Exception {
        assertThat(command(Queueful.CLAIM, key("rosa", "reviewer:family"), approval(Queueful.CLAIM))
                        .statusCode())
                .isEqualTo(403);
    }

    private String key(String owner, String... roles) {
        return console.keys.create(owner, Set.of(roles)).reveal();
    }

    private Map<String, Object> approval(String post) throws IOException, InterruptedException {
        JsonNode shown = JSON.readTree(get("/v1/cases/" + post));
        Map<String, Object> body = new TreeMap<>();
        body.put("kind", "approve");
        body.put("revision", 1);
        body.put("contentHash", shown.findValue("contentHash").asText());
        return body;
    }

    private java.util.List<String> kinds(String post) throws IOException, InterruptedException {
        return JSON.readTree(get("/v1/cases/" + post + "/history"))
                .path("events")
                .findValuesAsText("kind");
    }

    private String get(String path) throws IOException, InterruptedException {
        return described(http.send(
                        request(path, key("ines", "auditor")).GET().build(), HttpResponse.BodyHandlers.ofString()))
                .body();
    }

    private HttpResponse<String> command(String post, String key, Map<String, Object> body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/v1/cases/" + post + "/commands", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return described(http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(console.address(path))).header("Authorization", "Bearer " + key);
    }
}
