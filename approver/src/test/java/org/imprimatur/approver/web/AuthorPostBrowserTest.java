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
import java.util.regex.Pattern;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class AuthorPostBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext author;
    private BrowserContext reviewer;
    private PageFaults faults;
    private Page ana;
    private Page mara;

    @BeforeEach
    void begin(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        author = browser.newContext();
        reviewer = browser.newContext();
        faults = PageFaults.of(author);
        ana = author.newPage();
        mara = reviewer.newPage();
        console.signIn(ana, "ana");
        console.signIn(mara, "mara");
    }

    @AfterEach
    void close() throws SQLException {
        author.close();
        reviewer.close();
        console.close();
    }

    @Test
    void whyItIsHeldSaysWhatWhyWhatWouldMakeItPassWhoAndByWhen() {
        ana.navigate(console.address("/posts/" + Queueful.CLAIM));

        assertThat(ana.locator(".mark").first()).containsText("the safest hospital in Oregon");
        assertThat(ana.locator(".reason").first())
                .containsText("Readers may rely on it, and nothing here supports it.");
        assertThat(ana.locator(".reason .advice").first()).containsText("Name the source and the year");
        assertThat(ana.locator(".who-when")).containsText("One reviewer");
        assertThat(ana.locator(".who-when")).containsText("Due in");
        assertThat(ana.locator(".who-when")).containsText("22 Nov 2026");
        assertThat(ana.locator(".reason footer").first()).containsText("45 CFR 164.514(b)(2)");
        assertThat(Accessibility.violations(ana)).isEmpty();
    }

    @Test
    void theStateLineFollowsThePostWithoutAReload() {
        ana.navigate(console.address("/posts/" + Queueful.CLAIM));
        assertThat(ana.locator(".step-now")).hasText(Pattern.compile("Waiting.*"));
        assertThat(ana.locator(".journey-now")).hasText("Waiting for review: number 4 of 4 in the queue.");

        mara.navigate(console.address("/posts/" + Queueful.CLAIM));
        mara.keyboard().press("c");
        assertThat(ana.locator(".step-now")).hasText(Pattern.compile("In review.*"));

        mara.waitForURL("**event=2");
        mara.keyboard().press("r");
        mara.locator("#changes-reason").fill("Name the source.");
        mara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send back to the author"))
                .click();
        assertThat(ana.locator(".step-stop")).hasText(Pattern.compile("Changes requested.*"));
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void aRevisionKeepsTheThreadWithTheNoteTheDiffAndWhatWasFixed() {
        mara.navigate(console.address("/posts/" + Queueful.CLAIM));
        mara.keyboard().press("r");
        mara.locator("#changes-reason").fill("Name the source.");
        mara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send back to the author"))
                .click();
        mara.waitForURL("**event=**");

        ana.navigate(console.address("/posts/" + Queueful.CLAIM));
        assertThat(ana.locator(".from-reviewer")).containsText("Name the source.");
        ana.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit and hand in again"))
                .click();
        assertThat(ana.locator("h1")).hasText("Revision 2");
        assertThat(ana.locator(".from-reviewer")).containsText("Name the source.");
        assertThat(Accessibility.violations(ana)).isEmpty();
        ana.locator("#text").fill("Harbor Valley measured its infections in 2025.");
        ana.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand it in"))
                .click();
        ana.waitForURL("**/posts/" + Queueful.CLAIM);
        assertThat(ana.locator(".draft .text").first()).hasText("Harbor Valley measured its infections in 2025.");
        console.pipeline.held(
                Sample.draft(Queueful.CLAIM, "Harbor Valley measured its infections in 2025.", console.clock.instant())
                        .revision(2)
                        .held());

        ana.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What changed in revision 2"))
                .click();
        assertThat(ana.locator(".from-reviewer")).containsText("Name the source.");
        assertThat(ana.locator("del").first()).isVisible();
        assertThat(ana.locator("ins").first()).isVisible();
        Locator fixed = ana.locator(".fates .fixed s");
        assertThat(fixed.first()).containsText("A claim without support");
        assertThat(Accessibility.violations(ana)).isEmpty();
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void anAuthorReadsWhatReviewersWriteToThemAndAnswers() {
        mara.navigate(console.address("/posts/" + Queueful.CLAIM));
        mara.locator("#comment").fill("Which survey is it from?");
        mara.getByLabel("The author, too").check();
        mara.getByText("Add the comment").click();
        mara.waitForURL("**event=**");
        mara.locator("#comment").fill("Legal asked about this last month.");
        mara.getByText("Add the comment").click();
        assertThat(mara.locator(".talk li")).hasCount(2);

        ana.navigate(console.address("/posts/" + Queueful.CLAIM));
        assertThat(ana.locator(".talk li")).hasCount(1);
        assertThat(ana.locator(".talk li")).containsText("Which survey is it from?");
        assertThat(Accessibility.violations(ana)).isEmpty();
        ana.getByLabel("Write to the reviewers").fill("From the state’s survey of 2025.");
        ana.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(ana.locator(".talk li").last()).containsText("From the state’s survey of 2025.");

        mara.reload();
        assertThat(mara.locator(".talk li.open").last()).containsText("From the state’s survey of 2025.");
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void saferWordingIsOfferedWhereAPostIsHeld() {
        ana.navigate(console.address("/posts/" + Queueful.CLAIM));
        assertThat(ana.locator(".offers")).containsText("left out");
        assertThat(ana.locator(".offers del").first()).isVisible();
    }

    @Test
    void anotherAuthorCannotEditIt(@TempDir Path unused) {
        ana.navigate(console.address("/posts"));
        String csrf = ana.locator("input[name=_csrf]").first().inputValue();
        int status = author.request()
                .post(
                        console.address("/posts/" + Queueful.OWN + "/edit"),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("_csrf", csrf)))
                .status();
        assertThat(status).isEqualTo(404);
    }
}
