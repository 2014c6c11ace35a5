package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a case belongs to whoever claimed it, as two people in two browsers see it. */
@BrowserTest
class ClaimBrowserTest {
    private static final String BEAT = "00:21";
    private static final String FIVE_MINUTES_AWAY = "05:21";

    private final List<String> beats = new ArrayList<>();
    private ConsoleUnderTest console;
    private BrowserContext maras;
    private BrowserContext theos;
    private Page mara;
    private Page theo;

    @BeforeEach
    void maraClaims(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        maras = browser.newContext();
        theos = browser.newContext();
        console.signIn(maras, "mara");
        console.signIn(theos, "theo");
        mara = maras.newPage();
        theo = theos.newPage();
        mara.clock().install();
        open(mara);
        mara.keyboard().press("c");
        assertThat(mara.locator(".notice").first()).containsText("It is yours for 15 minutes");
        mara.waitForLoadState(LoadState.LOAD); // a page says on loading that it is open; what it says later counts here
        mara.onRequest(request -> {
            if (request.url().endsWith("/presence") && request.postData().endsWith("looking=true")) {
                beats.add(request.url());
            }
        });
    }

    @AfterEach
    void close() throws SQLException {
        maras.close();
        theos.close();
        console.close();
    }

    @Test
    void aClaimEndsFifteenMinutesAfterItsHolderLeft() {
        mara.navigate(console.address("/queue"));
        console.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        open(theo);
        assertThat(theo.locator(".decide")).containsText("mara is looking at this until");
        assertThat(approval(theo)).hasCount(0);

        console.clock.advance(Duration.ofMillis(1));
        open(theo);
        assertThat(theo.locator(".decide")).not().containsText("mara is looking at this");
        theo.keyboard().press("a");
        approval(theo).click();

        assertThat(theo.locator(".notice").first()).containsText("Approved");
        assertThat(console.pipeline.events(Queueful.CLAIM)).startsWith("OPENED", "CLAIMED", "APPROVED");
    }

    @Test
    void whoIsStillAtItKeepsTheClaimAndLosesItFifteenMinutesAfterTheLastActivity() {
        console.clock.advance(Duration.ofMinutes(14));
        mara.clock().fastForward(BEAT);
        await().untilAsserted(() ->
                assertThat(console.pipeline.events(Queueful.CLAIM)).endsWith("EXTENDED"));
        mara.navigate(console.address("/queue"));

        console.clock.advance(Duration.ofMinutes(14));
        open(theo);
        assertThat(theo.locator(".decide")).containsText("mara is looking at this until");
        assertThat(approval(theo)).hasCount(0);

        console.clock.advance(Duration.ofMinutes(1));
        open(theo);
        theo.keyboard().press("a");
        approval(theo).click();
        assertThat(theo.locator(".notice").first()).containsText("Approved");
    }

    @Test
    void anOpenPageThatNobodySitsAtKeepsNoClaim() {
        console.clock.advance(Duration.ofMinutes(5));
        mara.clock().fastForward(FIVE_MINUTES_AWAY);
        mara.clock().fastForward(BEAT);
        assertThat(mara.evaluate("1 + 1")).as("the page went on").isEqualTo(2);
        assertThat(beats).isEmpty();
        console.clock.advance(Duration.ofMinutes(10));

        open(theo);
        assertThat(theo.locator(".decide")).not().containsText("mara is looking at this");
        theo.keyboard().press("c");
        assertThat(theo.locator(".notice").first()).containsText("It is yours for 15 minutes");

        mara.mouse().move(40, 40);
        mara.clock().fastForward(BEAT);
        await().untilAsserted(() -> {
            assertThat(mara.evaluate("1 + 1")).isEqualTo(2);
            assertThat(beats).as("back at the desk").isNotEmpty();
        });
        assertThat(console.pipeline.events(Queueful.CLAIM))
                .as("what she lost does not come back by itself")
                .containsExactly("OPENED", "CLAIMED", "CLAIMED");
    }

    private void open(Page page) {
        page.navigate(console.address("/posts/" + Queueful.CLAIM));
    }

    private static Locator approval(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve revision 1"));
    }
}
