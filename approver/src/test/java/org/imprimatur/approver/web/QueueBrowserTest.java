package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How reviewers find what they should decide next; without JavaScript where nothing is live. */
@BrowserTest
class QueueBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext plain;
    private Page page;

    @BeforeEach
    void signIn(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page = plain.newPage();
        console.signIn(page, "mara");
    }

    @AfterEach
    void close() throws SQLException {
        plain.close();
        console.close();
    }

    @Test
    void filtersSayHowManyTheyListAndTheirAddressShowsTheSame() {
        assertThat(part("All that waits")).containsText("4");
        assertThat(part("Overdue")).containsText("0");
        console.clock.advance(Duration.ofHours(2));
        page.navigate(console.address("/queue"));
        assertThat(part("Overdue")).containsText("3");
        part("Overdue").click();
        assertThat(page).hasURL(console.address("/queue?show=overdue"));
        assertThat(rows()).hasCount(3);
        assertThat(rows().first().locator(".due")).containsText("Overdue by 1 h");

        page.locator("select[name=reason]").selectOption("COWORKER");
        button("Show").click();
        assertThat(rows()).hasCount(1);
        String address = page.url();
        page.navigate(console.address("/queue"));
        page.navigate(address);
        assertThat(rows()).hasCount(1);
        assertThat(page.locator("select[name=reason]")).hasValue("COWORKER");

        page.navigate(console.address("/queue"));
        page.getByLabel("Search").fill("knee 3");
        button("Show").click();
        assertThat(rows()).hasCount(1);
        assertThat(page.locator("#open-" + Queueful.REPLY)).isVisible();
    }

    @Test
    void aViewIsKeptUnderANameForItsOwnerOnly(@TempDir Path folder, Browser browser) {
        page.navigate(console.address("/queue?severity=HIGH"));
        page.getByText("Saved views").click();
        page.locator("input[name=name]").first().fill("Only the severe");
        button("Keep this view").click();

        page.navigate(console.address("/queue"));
        assertThat(part("Only the severe")).containsText("3");
        part("Only the severe").click();
        assertThat(rows()).hasCount(3);
        try (BrowserContext theos = browser.newContext()) {
            Page theo = theos.newPage();
            console.signIn(theo, "theo");
            assertThat(theo.locator(".parts")).not().containsText("Only the severe");
        }
        page.getByText("Saved views").click();
        button("Forget “Only the severe”").click();
        assertThat(page.locator(".parts")).not().containsText("Only the severe");
    }

    @Test
    void nextClaimsACaseAndTheQueueSaysWhoHasIt() {
        button("Next case").click();
        assertThat(page).hasURL(console.address("/posts/" + Queueful.STORY));
        assertThat(page.locator("main")).containsText("You have this until");
        page.navigate(console.address("/queue"));
        assertThat(page.locator("#case-" + Queueful.STORY)).containsText("mara is on it");
        part("Claimed by me").click();
        assertThat(rows()).hasCount(1);
    }

    @Test
    void whoOpensACaseShowsOnItsRowWithoutAReload(Browser browser) {
        try (BrowserContext maras = browser.newContext();
                BrowserContext theos = browser.newContext()) {
            Page mara = maras.newPage();
            console.signIn(mara, "mara");
            assertThat(mara.locator("[data-live-word]")).hasText("Live");
            Page theo = theos.newPage();
            console.signIn(theo.context(), "theo");
            theo.navigate(console.address("/posts/" + Queueful.CLAIM));

            assertThat(mara.locator("#case-" + Queueful.CLAIM)).containsText("theo looking");
            theo.navigate(console.address("/posts"));
            assertThat(mara.locator("#case-" + Queueful.CLAIM)).not().containsText("theo looking");
        }
    }

    @Test
    void slashSearchesTheQueue(Browser browser) {
        try (BrowserContext maras = browser.newContext()) {
            Page mara = maras.newPage();
            console.signIn(mara, "mara");
            mara.keyboard().press("/");
            assertThat(mara.getByLabel("Search")).isFocused();
            mara.keyboard().type("safest");
            mara.keyboard().press("Enter");
            assertThat(mara).hasURL(Pattern.compile(".*words=safest.*"));
            assertThat(mara.locator("#queue-rows > li")).hasCount(1);
        }
    }

    @Test
    void severalOfLowRiskAreApprovedTogetherAfterTheyWereRead() {
        part("Low risk").click();
        page.getByText("Approve several together").click();
        assertThat(page.locator(".together > li")).hasCount(1);
        assertThat(page.locator(".together")).containsText("the safest hospital in Oregon");
        page.locator("input[name=item]").check();
        button("Approve what is ticked").click();

        assertThat(page.locator(".notice.done")).containsText("1 approved");
        page.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        assertThat(page.locator(".timeline")).containsText("mara approved it");
    }

    @Test
    void noneIsApprovedTogetherWhenOneHasChangedMeanwhile() {
        page.navigate(console.address("/queue/together"));
        console.pipeline.held(Sample.draft(Queueful.CLAIM, "Another text.", console.clock.instant())
                .revision(2)
                .held());
        page.locator("input[name=item]").check();
        button("Approve what is ticked").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("None was approved.");
        assertThat(page.locator(".together")).containsText("It has changed since you saw it.");
    }

    @Test
    void whatIsDrawnForASecondLookIsSaidInWords(@TempDir Path folder, Browser browser) throws SQLException {
        try (ConsoleUnderTest drawing = new ConsoleUnderTest(folder, new Terms(Duration.ZERO, 100));
                BrowserContext context = browser.newContext()) {
            Queueful.fill(drawing);
            Page mara = context.newPage();
            drawing.signIn(mara, "mara");
            assertThat(mara.locator("#case-" + Queueful.CLAIM)).containsText("Second look");
            mara.navigate(drawing.address("/posts/" + Queueful.CLAIM));
            assertThat(mara.locator("main")).containsText("Drawn for a second look");
            mara.navigate(drawing.address("/queue/together"));
            assertThat(mara.locator("main")).containsText("Nothing to approve together");
        }
    }

    private Locator part(String name) {
        return page.locator(".parts a", new Page.LocatorOptions().setHasText(name));
    }

    private Locator rows() {
        return page.locator("#queue-rows > li");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
