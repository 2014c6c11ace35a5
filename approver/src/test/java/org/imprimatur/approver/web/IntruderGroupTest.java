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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody whose roles count for one group of accounts could try on the posts of another. */
class IntruderGroupTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConsoleUnderTest console;
    private final String fay;

    IntruderGroupTest(@TempDir Path folder) throws Exception {
        console = new ConsoleUnderTest(folder);
        Wards.fill(console);
        fay = key("fay", "reviewer:family");
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void listsSearchesAndCountsHoldTheGroupOnly() throws Exception {
        assertThat(json("/v1/cases?state=any", fay).findValuesAsText("postId")).containsOnly(Wards.CLINIC);
        assertThat(json("/v1/cases?account=harbor-valley-bluesky", fay).path("items"))
                .isEmpty();
        assertThat(json("/v1/cases?words=Harbor", fay).path("total").asInt()).isZero();
        assertThat(json("/v1/posts?words=Oregon", fay).findValuesAsText("postId"))
                .containsOnly(Wards.CLINIC);
        assertThat(json("/v1/posts", fay).path("total").asInt()).isEqualTo(1);
        JsonNode counts = json("/v1/cases/counts", fay);
        assertThat(counts.path("states").path("OPEN").asInt()).isEqualTo(1);
        assertThat(counts.path("accounts").fieldNames()).toIterable().containsExactly(Wards.CLINICS_ACCOUNT);
        assertThat(counts.path("severities").path("HIGH").asInt()).isZero();
        assertThat(json("/v1/cases?state=any", key("mara", "reviewer"))
                        .path("total")
                        .asInt())
                .as("a role for everything still reaches everything")
                .isEqualTo(5);
    }

    @Test
    void nothingOfAnotherGroupIsReadByItsId() throws Exception {
        for (String path : List.of("", "/history", "/presence")) {
            assertThat(status("/v1/cases/" + Queueful.CLAIM + path, fay))
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(status("/v1/accounts/harbor-valley-bluesky/history", fay)).isEqualTo(403);
        assertThat(status("/v1/dead-letters", fay)).isEqualTo(403);
        assertThat(status("/v1/accounts/" + Wards.CLINICS_ACCOUNT + "/history", fay))
                .isEqualTo(200);
    }

    @Test
    void decisionsCountInTheGroupAndAreRefusedElsewhere() throws Exception {
        HttpResponse<String> refused = command(Queueful.CLAIM, fay, approval(Queueful.CLAIM));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(refused.body()).path("detail").asText()).contains("account of this post");
        Map<String, Object> claim = approval(Queueful.CLAIM);
        claim.put("kind", "claim");
        assertThat(command(Queueful.CLAIM, fay, claim).statusCode()).isEqualTo(403);
        assertThat(console.pipeline.events(Queueful.CLAIM)).containsExactly("OPENED");

        assertThat(command(Wards.CLINIC, fay, approval(Wards.CLINIC)).statusCode())
                .isEqualTo(200);
        assertThat(console.pipeline.events(Wards.CLINIC)).contains("APPROVED");
    }

    @Test
    void aRoleOfAnotherGroupIsNotAddedToOneThatCounts() throws Exception {
        String auditor = key("fay", "reviewer:family", "auditor:hospital");

        assertThat(status("/v1/cases/" + Queueful.CLAIM, auditor))
                .as("she audits there")
                .isEqualTo(200);
        assertThat(command(Queueful.CLAIM, auditor, approval(Queueful.CLAIM)).statusCode())
                .as("and decides elsewhere")
                .isEqualTo(403);
        assertThat(console.pipeline.events(Queueful.CLAIM)).containsExactly("OPENED");
    }

    @Test
    void oneOfAnotherGroupSpoilsABulkApproval() throws Exception {
        Map<String, Object> item = approval(Queueful.CLAIM);
        item.put("postId", Queueful.CLAIM);
        item.remove("kind");

        HttpResponse<String> answer = described(http.send(
                request("/v1/cases/approvals", fay)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JSON.writeValueAsString(Map.of("items", List.of(item)))))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("does not wait for a decision of yours");
        assertThat(console.pipeline.events(Queueful.CLAIM)).containsExactly("OPENED");
    }

    @Test
    void publicationsOfAnotherGroupAreNeitherListedNorReadNorAskedAbout() throws Exception {
        Wards.publish(console);
        String hospitals = "/v1/cases/" + Sample.id(Wards.HOSPITALS) + "/deliveries";
        String clinics = "/v1/cases/" + Sample.id(Wards.CLINICS) + "/deliveries";

        JsonNode listed = json("/v1/deliveries", fay);
        assertThat(listed.path("total").asInt()).isEqualTo(1);
        assertThat(listed.findValuesAsText("postId")).containsExactly(Sample.id(Wards.CLINICS));
        assertThat(json("/v1/deliveries?account=harbor-valley-bluesky", fay)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(status(hospitals, fay)).isEqualTo(404);
        assertThat(status(clinics, fay)).isEqualTo(200);
        assertThat(takeDown(hospitals, Wards.hospitalsDelivery(), fay).statusCode())
                .isEqualTo(404);
        HttpResponse<String> elsewhere =
                takeDown(hospitals, Wards.hospitalsDelivery(), key("fay", "reviewer:family", "auditor:hospital"));
        assertThat(elsewhere.statusCode()).as("she audits there").isEqualTo(403);
        assertThat(elsewhere.body()).contains("does not count for the account of this post");
        assertThat(takeDown(clinics, Wards.clinicsDelivery(), fay).statusCode()).isEqualTo(200);
    }

    @Test
    void aPublicationOfAnotherGroupIsNotAskedAboutUnderAPostOfOnesOwn() throws Exception {
        Wards.publish(console);

        HttpResponse<String> answer =
                takeDown("/v1/cases/" + Sample.id(Wards.CLINICS) + "/deliveries", Wards.hospitalsDelivery(), fay);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json("/v1/cases/" + Sample.id(Wards.HOSPITALS) + "/deliveries", key("ines", "auditor"))
                        .findValuesAsText("step"))
                .containsExactly("PUBLISHED");
    }

    @Test
    void authorizationsThatAnotherGroupKeepsAreNeitherSeenNorRevoked() throws Exception {
        Wards.publish(console);
        Wards.authorize(console);

        assertThat(json("/v1/authorizations", fay).findValuesAsText("authorizationId"))
                .as("her group's, and the one on which a post of her group rests")
                .containsExactly("A-101", "F-1");
        JsonNode shared = json("/v1/authorizations/A-101", fay);
        assertThat(shared.path("deliveries").findValuesAsText("postId")).containsExactly(Sample.id(Wards.CLINICS));
        for (String theirs : List.of("H-1", "A-102")) {
            assertThat(status("/v1/authorizations/" + theirs, fay)).as(theirs).isEqualTo(404);
            assertThat(revoke(theirs, fay).statusCode()).as(theirs).isEqualTo(404);
        }
        assertThat(revoke("A-101", fay).statusCode()).isEqualTo(403);
        assertThat(json("/v1/authorizations", key("mara", "reviewer")).findValuesAsText("standing"))
                .doesNotContain("REVOKED");
        assertThat(revoke("F-1", fay).statusCode()).isEqualTo(200);
        assertThat(json("/v1/authorizations/F-1", fay).path("standing").asText())
                .isEqualTo("REVOKED");
    }

    @Test
    void anAuthorizationIsRecordedForOnesOwnGroupOnly() throws Exception {
        for (String group : List.of("", "hospital")) {
            HttpResponse<String> refused = record("N-1", group);
            assertThat(refused.statusCode()).as(group).isEqualTo(403);
            assertThat(refused.body()).contains("Your role does not count");
        }
        assertThat(console.administration.deeds(0, 9))
                .noneMatch(deed -> deed.subject().equals("N-1"));

        assertThat(record("N-1", "family").statusCode()).isEqualTo(201);
        assertThat(json("/v1/authorizations/N-1", fay).path("group").asText()).isEqualTo("family");
    }

    @Test
    void anAccountThatNobodyRegisteredBelongsToNoGroup() throws Exception {
        String post = Sample.id(22);
        console.pipeline.held(Sample.draft(post, "From nowhere.", console.clock.instant())
                .account("never-registered")
                .held());

        assertThat(status("/v1/cases/" + post, fay)).isEqualTo(404);
        assertThat(status("/v1/cases/" + post, key("mara", "reviewer"))).isEqualTo(200);
    }

    private String key(String owner, String... roles) {
        return console.keys.create(owner, Set.of(roles)).reveal();
    }

    private Map<String, Object> approval(String post) throws IOException, InterruptedException {
        JsonNode shown = json("/v1/cases/" + post, key("ines", "auditor"));
        Map<String, Object> body = new TreeMap<>();
        body.put("kind", "approve");
        body.put("revision", 1);
        body.put("contentHash", shown.findValue("contentHash").asText());
        return body;
    }

    private JsonNode json(String path, String key) throws IOException, InterruptedException {
        return JSON.readTree(
                described(http.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofString()))
                        .body());
    }

    private int status(String path, String key) throws IOException, InterruptedException {
        return described(http.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.discarding()))
                .statusCode();
    }

    private HttpResponse<String> command(String post, String key, Map<String, Object> body)
            throws IOException, InterruptedException {
        return described(http.send(
                request("/v1/cases/" + post + "/commands", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> revoke(String authorization, String key) throws IOException, InterruptedException {
        return post("/v1/authorizations/" + authorization + "/revocation", key, Map.of("reason", "By letter."));
    }

    private HttpResponse<String> record(String id, String group) throws IOException, InterruptedException {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "authorizationId", id,
                "person", "Patient 12",
                "scope", "a photo",
                "disclosedBy", "the clinic",
                "recipients", "the public",
                "purpose", "marketing",
                "platforms", List.of("x"),
                "expires", "2027-01-01",
                "signedOn", "2026-11-01",
                "formHash", "a".repeat(64)));
        if (!group.isEmpty()) {
            body.put("group", group);
        }
        return post("/v1/authorizations", fay, body);
    }

    private HttpResponse<String> post(String path, String key, Object body) throws IOException, InterruptedException {
        return described(http.send(
                request(path, key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> takeDown(String path, String delivery, String key)
            throws IOException, InterruptedException {
        Map<String, String> body = Map.of("kind", "take_down", "deliveryId", delivery, "reason", "The date was wrong.");
        return post(path + "/commands", key, body);
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(console.address(path))).header("Authorization", "Bearer " + key);
    }
}
