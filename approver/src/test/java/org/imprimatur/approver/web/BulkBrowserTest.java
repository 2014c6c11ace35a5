package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.testkit.api.DescribedApi.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.approver.topology.BulkDesk;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More cases of low risk wait than one person may approve together. */
@BrowserTest
class BulkBrowserTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ONE_TOO_MANY = BulkDesk.MOST + 1;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Held> waiting = new ArrayList<>();
    private ConsoleUnderTest console;

    @BeforeEach
    void hold(@TempDir Path folder) throws SQLException {
        console = new ConsoleUnderTest(folder);
        for (int number = 1; number <= ONE_TOO_MANY; number++) {
            Held held = Sample.draft(Sample.id(number), "The best flu clinic, day " + number, console.clock.instant())
                    .finding("SUPERLATIVE", "best", "A superlative without a source.")
                    .rule(
                            Severity.LOW,
                            Action.HOLD,
                            "UNSUBSTANTIATED_CLAIM",
                            "A claim without support",
                            "Says who?",
                            null,
                            0)
                    .held();
            console.pipeline.held(held);
            waiting.add(held);
            console.clock.advance(Duration.ofSeconds(1));
        }
    }

    @AfterEach
    void close() throws SQLException {
        console.close();
    }

    @Test
    void thePageOffersTwentyAtMostAndTheRestAfterThem(Browser browser) {
        try (BrowserContext maras = browser.newContext()) {
            Page mara = maras.newPage();
            console.signIn(maras, "mara");
            mara.navigate(console.address("/queue/together"));
            assertThat(mara.locator("main")).containsText("20 at most");
            assertThat(mara.locator(".together > li")).hasCount(20);
            for (Locator each : mara.locator("input[name=item]").all()) {
                each.check();
            }
            mara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve what is ticked"))
                    .click();

            assertThat(mara.locator(".notice.done")).containsText("20 approved");
            assertThat(approved()).hasSize(20);
            mara.navigate(console.address("/queue/together"));
            assertThat(mara.locator(".together > li")).hasCount(1);
        }
    }

    @Test
    void aFormWithMoreThanTwentyIsRefusedWithTheReasonAndApprovesNone(Browser browser) {
        try (BrowserContext maras = browser.newContext()) {
            Page mara = maras.newPage();
            console.signIn(maras, "mara");
            mara.navigate(console.address("/queue/together"));
            FormData form = FormData.create()
                    .set("_csrf", mara.locator("input[name=_csrf]").first().inputValue());
            for (Held held : waiting) {
                form.append(
                        "item",
                        "together-" + held.getDraft().getPostId() + "|"
                                + held.getDraft().getPostId() + "|1|"
                                + held.getDraft().getContentHash());
            }
            APIResponse answer = mara.request()
                    .post(
                            console.address("/queue/together"),
                            RequestOptions.create().setForm(form).setMaxRedirects(0));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("Tick at least one post, and not more than 20.");
            assertThat(approved()).isEmpty();
        }
    }

    @Test
    void theApiRefusesMoreThanTwentyWithTheReasonAndTakesTwenty() throws Exception {
        HttpResponse<String> refused = together(waiting);

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode fault = JSON.readTree(refused.body()).path("errors").path(0);
        assertThat(fault.path("pointer").asText()).isEqualTo("#/items");
        assertThat(fault.path("detail").asText()).contains("1 to 20");
        assertThat(approved()).isEmpty();

        HttpResponse<String> taken = together(waiting.subList(0, 20));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(approved()).hasSize(20);
    }

    private HttpResponse<String> together(List<Held> cases) throws IOException, InterruptedException {
        List<Map<String, Object>> items = cases.stream()
                .map(Held::getDraft)
                .map(draft -> Map.<String, Object>of(
                        "postId", draft.getPostId(), "revision", 1, "contentHash", draft.getContentHash()))
                .toList();
        String key = console.keys.create("mara", Set.of("reviewer")).reveal();
        return described(http.send(
                HttpRequest.newBuilder(URI.create(console.address("/v1/cases/approvals")))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("items", items))))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private List<String> approved() {
        return waiting.stream()
                .map(held -> held.getDraft().getPostId())
                .filter(post -> console.pipeline.events(post).contains("APPROVED"))
                .toList();
    }
}
