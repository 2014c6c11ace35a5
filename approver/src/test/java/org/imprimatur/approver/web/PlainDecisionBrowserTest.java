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

/** All that can be done with a held post, by people whose browsers run no JavaScript. */
@BrowserTest
class PlainDecisionBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext maras;
    private BrowserContext theos;
    private BrowserContext anas;
    private Page mara;
    private Page theo;
    private Page ana;

    @BeforeEach
    void signIn(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder, new Terms(Duration.ofSeconds(30), 0));
        Queueful.fill(console);
        Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        maras = browser.newContext(plain);
        theos = browser.newContext(plain);
        anas = browser.newContext(plain);
        mara = opened(maras, "mara");
        theo = opened(theos, "theo");
        ana = opened(anas, "ana");
    }

    @AfterEach
    void close() throws SQLException {
        maras.close();
        theos.close();
        anas.close();
        console.close();
    }

    @Test
    void aCaseIsClaimedTakenOverTalkedAboutEscalatedAndEdited() {
        press(mara, "Claim");
        assertThat(notice(mara)).containsText("It is yours for 15 minutes");
        theo.reload();
        unfold(theo, "Take over");
        press(theo, "Take it over");
        assertThat(notice(theo)).containsText("It is yours now.");
        press(theo, "Give back");
        theo.locator("#comment").fill("Legal asked about this last month.");
        press(theo, "Add the comment");
        assertThat(theo.locator(".talk li.internal")).containsText("Legal asked");
        unfold(theo, "Escalate");
        theo.locator("#escalate-note").fill("Is the survey ours?");
        press(theo, "Ask them");
        assertThat(theo.locator("main")).containsText("2 people must approve");
        unfold(theo, "Edit");
        theo.locator("#edit-text").fill("Harbor Valley is a careful hospital.");
        press(theo, "Hand in as revision 2");

        assertThat(notice(theo)).containsText("Your wording is the next revision");
        assertThat(console.pipeline.events(Queueful.CLAIM))
                .containsExactly("OPENED", "CLAIMED", "TAKEN_OVER", "UNCLAIMED", "COMMENTED", "ESCALATED", "EDITED");
    }

    @Test
    void anApprovalAndARejectionAreTakenBack() {
        unfold(mara, "Approve");
        press(mara, "Approve revision 1");
        press(mara, "Undo");
        assertThat(notice(mara)).containsText("You took your decision back.");
        unfold(mara, "Reject");
        mara.locator("#reject-reason").fill("Nobody measured this.");
        mara.locator("details[open] [data-then]").check();
        press(mara, "Reject revision 1");
        assertThat(mara).hasURL(Pattern.compile(".*/posts/" + Queueful.STORY + ".*"));
        press(mara, "Undo");

        assertThat(notice(mara)).containsText("You took your decision back.");
        assertThat(console.pipeline.events(Queueful.CLAIM))
                .containsExactly("OPENED", "APPROVED", "UNDONE", "REJECTED", "UNDONE");
    }

    @Test
    void anAuthorTakesSaferWordingFromAHeldPostAndHandsItInAgain() {
        mara.navigate(console.address("/posts/" + Queueful.STORY));
        unfold(mara, "Request changes");
        mara.locator("#changes-reason").fill("Leave her name out.");
        press(mara, "Send back to the author");
        ana.navigate(console.address("/posts/" + Queueful.STORY));
        assertThat(ana.locator(".from-reviewer")).containsText("Leave her name out.");
        press(ana, "Use all");
        assertThat(ana.locator("del").first()).hasText("Dolores Quimby");
        assertThat(ana.locator("ins").first()).hasText("a patient");
        press(ana, "Use this wording");
        assertThat(ana.locator("h1")).hasText("Revision 2");
        assertThat(ana.locator(".from-reviewer")).containsText("Leave her name out.");
        assertThat(ana.locator("#text")).hasValue(Pattern.compile("What a comeback 💙 a patient.*", Pattern.DOTALL));
        press(ana, "Hand it in");

        ana.getByText("What changed").click();
        assertThat(ana.locator("del").first()).isVisible();
        assertThat(ana.locator(".from-reviewer")).containsText("Leave her name out.");
    }

    private Page opened(BrowserContext context, String person) {
        console.signIn(context, person);
        Page page = context.newPage();
        page.navigate(console.address("/posts/" + Queueful.CLAIM));
        return page;
    }

    private static void unfold(Page page, String words) {
        page.locator(".decide summary", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static Locator notice(Page page) {
        return page.locator(".notice").first();
    }
}
