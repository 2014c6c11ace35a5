package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.SQLException;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dry run says of rules that would hold more than anybody reads: behaviour 20. */
@BrowserTest
class DryRunBrowserTest {
    private ConsoleUnderTest console;

    @BeforeEach
    void twelveOfThemPassToday(@TempDir Path folder) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        for (int number = 1; number <= 12; number++) {
            console.pipeline.submitted(
                    Sample.draft(Sample.id(70 + number), "The clinic opens, day " + number, console.clock.instant())
                            .draft());
        }
    }

    @AfterEach
    void close() throws SQLException {
        console.close();
    }

    @Test
    void tenExamplesOfEachAreShownAndHowOftenPeopleDecidedTheSame(Browser browser) {
        try (BrowserContext maras = browser.newContext();
                BrowserContext pias = browser.newContext()) {
            Page mara = opened(maras, "mara", "/posts/" + Queueful.CLAIM);
            mara.keyboard().press("x");
            mara.locator("#reject-reason").fill("Nobody measured this.");
            press(mara, "Reject revision 1");
            assertThat(mara.locator("h1")).hasText("Rejected by mara");

            Page pia = opened(pias, "pia", "/policies/drafts/pia");
            pia.locator("#pack").fill("version: 2\nhold: Dolores\nhold: safest\nhold: clinic\n");
            press(pia, "Save and check");
            press(pia, "Try it over the past");

            assertThat(pia.locator(".figures")).containsText("Newly held13");
            assertThat(pia.locator(".figures")).containsText("Newly passed0");
            assertThat(pia.locator(".figures")).containsText("100 % (1 of 1) before 0 % (0 of 1)");
            assertThat(pia.locator(".examples").first().locator("ol > li")).hasCount(10);
            assertThat(pia.locator(".examples").nth(1)).containsText("Nothing that is held now would pass.");
        }
    }

    private Page opened(BrowserContext context, String person, String path) {
        console.signIn(context, person);
        Page page = context.newPage();
        page.navigate(console.address(path));
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
