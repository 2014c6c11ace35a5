package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the composer tells while one writes, and how seldom it asks: behaviours 3, 8 and 9. */
@BrowserTest
class ComposerCluesBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void begin(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        context = browser.newContext();
        console.signIn(context, "ana");
        page = context.newPage();
    }

    @AfterEach
    void close() throws SQLException {
        context.close();
        console.close();
    }

    @Test
    void manyLettersAreOneQuestionToTheEngine() {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (isCheck(request)) {
                asked.add(request.url());
            }
        });
        page.clock().install();
        page.navigate(console.address("/compose"));
        page.clock().pauseAt(now() + 1_000);
        page.locator("#text").focus();
        page.keyboard().type("The gift shop opens at nine.");
        page.clock().runFor(500);
        assertThat(page.locator("#text")).hasValue("The gift shop opens at nine.");
        assertThat(asked).isEmpty();

        page.waitForRequest(
                ComposerCluesBrowserTest::isCheck, () -> page.clock().runFor(200));
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsWrittenAfterTheSessionEndedIsKeptOnceOneSignsInElsewhere() {
        page.navigate(console.address("/compose"));
        page.locator("#text").fill("Half a thought");
        assertThat(page.locator("#saved")).containsText("Saved 22 Nov, 14:00 UTC");
        context.clearCookies();
        page.locator("#text").fill("Half a thought about flu shots");
        assertThat(page.locator("#saved")).containsText("Your session has ended.");
        assertThat(page.locator("#text")).hasValue("Half a thought about flu shots");

        console.signIn(context, "ana");
        page.locator("#text").fill("Half a thought about flu shots, and more");
        assertThat(page.locator("#saved")).containsText("Saved 22 Nov, 14:00 UTC");
        page.navigate(console.address("/compose"));
        assertThat(page.locator(".unfinished")).containsText("Half a thought about flu shots, and more");
    }

    @Test
    void anAuthorizationIsChosenByItsScopePlatformsAndEndAndMustOutlastThePost() {
        page.navigate(console.address("/compose"));
        page.getByLabel("@harborvalley.example").check();
        page.locator("#text").fill("Rosalind is back on her feet.");
        page.getByText("Patient authorizations").click();
        assertThat(page.locator("#authorizations label").first())
                .containsText("first name and her words about rehabilitation · Bluesky · until 30 Nov 2026");
        page.getByLabel("A-101").check();
        page.locator("#scheduled").fill("2026-11-28T09:00");
        assertThat(page.locator(".plans")).containsText("Sat 28 Nov 2026, 09:00");
        assertThat(page.locator(".warnings")).hasCount(0);

        page.locator("#expires").fill("2026-12-05T09:00");
        assertThat(page.locator(".warnings"))
                .containsText("A-101 ends on 30 Nov 2026, and this may go out until 5 Dec 2026.");
    }

    private long now() {
        return ((Number) page.evaluate("Date.now()")).longValue();
    }

    private static boolean isCheck(Request request) {
        return request.url().endsWith("/live");
    }
}
