package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.standalone.first.FirstSignIn;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A patient takes their word back, and a reviewer does what follows from the console: with everything real but the web. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevocationTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandaloneSettings settings;
    private final Lifecycle running;
    private Optional<Api> reviewer = Optional.empty();

    RevocationTest(@TempDir Path data) {
        settings = StandaloneSettings.settle(data, 0, 0, 0);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        running = new Lifecycle(new Standalone(settings, nowhere).services(() -> {}));
    }

    @BeforeAll
    void start() {
        running.start();
        reviewer = Optional.of(new Product(settings).reviewer());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aRevocationCancelsWhatWaitsTakesDownWhatIsLiveAndLeavesATaskWithProof(Browser browser) throws IOException {
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            signIn(page);
            record(page);
            String live = submit("The gift shop opens at 9.", "live", Map.of());
            String stuck = submit("The cafeteria opens at 7 on weekdays.", "stuck", Map.of());
            String waits = submit(
                    "Parking is free this weekend.",
                    "waits",
                    Map.of(
                            "scheduledAt",
                            Instant.now()
                                    .plus(Duration.ofDays(1))
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString()));
            await().atMost(SOON)
                    .until(() -> step(live).equals("PUBLISHED") && step(stuck).equals("PUBLISHED"));
            await().atMost(SOON).until(() -> step(waits).equals("SCHEDULED"));
            replace(stuck);

            page.navigate(settings.console() + "/authorizations/revoke?id=A-3001");
            PlaywrightAssertions.assertThat(page.locator(".effects")).containsText("1 post that has not gone out");
            PlaywrightAssertions.assertThat(page.locator(".effects")).containsText("2 posts that are live");
            page.locator("textarea[name=reason]").fill("By letter, received today.");
            Instant asked = Instant.now();
            page.locator("button.danger").click();
            page.locator(".notice.done").waitFor();

            await().atMost(SOON)
                    .until(() -> List.of(step(live), step(waits), step(stuck))
                            .equals(List.of("REMOVED", "CANCELLED", "TAKEDOWN_TASK")));
            assertThat(Duration.between(asked, at(live))).isLessThan(SOON);
            assertThat(delivery(live).path("takedown").path("seenAt").asText()).isNotEmpty();

            page.navigate(settings.console() + "/authorizations/one?id=A-3001");
            PlaywrightAssertions.assertThat(page.locator(".effects")).containsText("1 post was cancelled.");
            PlaywrightAssertions.assertThat(page.locator(".effects")).containsText("1 post was taken down.");
            PlaywrightAssertions.assertThat(page.locator(".effects")).containsText("1 post needs a person");
            page.locator(".resting a[id$=It-is-gone]").click();
            page.locator("input[name=proof]").fill("https://records.example/881.png");
            page.locator("textarea[name=reason]").fill("Deleted by hand.");
            page.locator("button.primary").click();
            page.locator(".notice").waitFor();
            await().atMost(SOON).until(() -> step(stuck).equals("REMOVED"));

            page.navigate(settings.console() + "/posts/" + stuck + "/history");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("rosa showed that it is gone");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Asked for by a revocation");
        }
    }

    /** As a person does it, by the form. */
    private void record(Page page) {
        page.navigate(settings.console() + "/authorizations/new");
        Map.of(
                        "id", "A-3001",
                        "person", "Patient 4711",
                        "disclosedBy", "Larkspur Ridge Health",
                        "recipients", "the public on the platforms named",
                        "purpose", "marketing",
                        "expires", "2099-12-31",
                        "signedOn", "2026-01-02")
                .forEach((name, value) ->
                        page.locator("input[name=" + name + "]").fill(value));
        page.locator("textarea[name=scope]").fill("her words about the gift shop");
        page.locator("input[name=platform][value=outbox]").check();
        page.locator("input[name=form]")
                .setInputFiles(
                        new FilePayload("form.pdf", "application/pdf", "signed".getBytes(StandardCharsets.UTF_8)));
        page.locator("button.primary").click();
        page.locator(".notice.done").waitFor();
    }

    private void signIn(Page page) {
        String password = new FirstSignIn(settings.data())
                .accounts()
                .renewPassword("rosa")
                .reveal();
        page.navigate(settings.console() + "/sign-in");
        page.getByLabel("Name").fill("rosa");
        page.getByLabel("Password").fill(password);
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    private String submit(String text, String key, Map<String, String> more) {
        Map<String, Object> draft = new HashMap<>(more);
        draft.put("account", "larkspur-main");
        draft.put("text", text);
        draft.put("authorizations", List.of("A-3001"));
        return Product.postId(new Product(settings).author().submit(draft, key));
    }

    /** Somebody put something else in its place, so that no program may delete it. */
    private void replace(String postId) throws IOException {
        try (Stream<Path> files = Files.list(settings.outbox())) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(postId)
                            && each.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            ObjectNode there = (ObjectNode) JSON.readTree(Files.readString(file));
            Files.writeString(file, there.put("idempotencyKey", "another").toString());
        }
    }

    private String step(String postId) {
        return delivery(postId).path("step").asText();
    }

    private Instant at(String postId) {
        return Instant.parse(delivery(postId).path("at").asText());
    }

    private JsonNode delivery(String postId) {
        return reviewer.orElseThrow()
                .get("/v1/cases/" + postId + "/deliveries")
                .path("deliveries")
                .path(0);
    }
}
