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
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class ReviewerBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext context;
    private PageFaults faults;
    private Page page;

    @BeforeEach
    void signIn(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        context = browser.newContext();
        faults = PageFaults.of(context);
        page = context.newPage();
        console.signIn(page, "mara");
    }

    @AfterEach
    void close() throws SQLException {
        context.close();
        console.close();
    }

    @Test
    void theQueueShowsWhatIsHeldAndWhyDueSoonestFirst() {
        assertThat(page).hasURL(Pattern.compile(".*/queue$"));
        assertThat(page.locator("#queue-summary")).hasText("4 posts wait, 3 high");
        assertThat(page.locator("#queue-rows > li")).hasCount(4);
        Locator first = page.locator("#queue-rows > li").first();
        assertThat(first.locator(".severity")).hasText("High");
        assertThat(first.locator(".chips li").first()).hasText("Identifies a patient");
        assertThat(first).containsText("by ana");
        assertThat(first).containsText("Due in 35 min");
        assertThat(page.locator("#queue-rows > li").last().locator(".severity")).hasText("Low");
    }

    @Test
    void keysMoveOpenClaimAndApproveAndTheNextCaseFollows() {
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("#open-" + Queueful.STORY)).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL("**/posts/" + Queueful.STORY);
        assertThat(page.locator("h1")).hasText("Held: identifies a patient, and 2 more reasons");

        page.keyboard().press("c");
        page.waitForURL("**event=2");
        assertThat(notice()).containsText("It is yours for 15 minutes");
        assertThat(page.getByText("You have this until")).isVisible();

        page.keyboard().press("a");
        assertThat(button("Approve revision 1")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL("**event=3");
        assertThat(notice()).containsText("Approved");
        assertThat(page.locator("main")).containsText("So far: mara");

        page.keyboard().press("n");
        assertThat(page).hasURL(Pattern.compile(".*/posts/" + Queueful.REPLY));
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void aRejectionNeedsAReasonWhichTheAuthorReads() {
        page.navigate(console.address("/posts/" + Queueful.CLAIM));
        page.keyboard().press("x");
        Locator reason = page.locator("#reject-reason");
        assertThat(reason).isFocused();
        page.keyboard().press("Control+Enter");
        page.keyboard().type("axjc: nobody measured this");
        button("Reject revision 1").click();

        assertThat(notice()).containsText("Rejected");
        assertThat(page.locator("h1")).hasText("Rejected by mara");
        assertThat(page.locator("main")).containsText("axjc: nobody measured this");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .last()
                .click();
        assertThat(page.locator(".verified")).containsText("Chain verified. 2 events");
        assertThat(page.locator(".timeline")).containsText("mara rejected it");
    }

    @Test
    void aMarkSaysWhichRuleAndWhyAndLightsUpItsFinding() {
        page.navigate(console.address("/posts/" + Queueful.STORY));
        Locator mark = page.locator(".mark", new Page.LocatorOptions().setHasText("541-555-0142"));

        mark.hover();
        assertThat(page.locator("#peek")).containsText("A patient can be identified");
        assertThat(page.locator("#peek")).containsText("This number is not one of the organization’s own.");
        assertThat(page.locator("#finding-5")).hasClass(Pattern.compile(".*\\blit\\b.*"));

        page.locator("#finding-1").hover();
        assertThat(page.locator(".mark.lit").first()).containsText("Dolores Quimby");
        page.locator("#finding-1 a").click();
        assertThat(page).hasURL(Pattern.compile(".*#mark-1$"));
    }

    @Test
    void aNewCaseAndADecisionShowInTheOpenQueueAndTheFocusStays() {
        assertThat(page.locator("[data-live-word]")).hasText("Live");
        page.locator("#open-" + Queueful.REPLY).focus();

        console.pipeline.held(
                Sample.draft(Sample.id(9), "Our new ward <script>alert(1)</script> opens.", console.clock.instant())
                        .held());
        assertThat(page.locator("#queue-rows > li")).hasCount(5);
        assertThat(page.locator("#open-" + Sample.id(9))).containsText("<script>alert(1)</script>");
        assertThat(page.locator("#queue-summary")).hasText("5 posts wait, 3 high");
        assertThat(page.locator("#open-" + Queueful.REPLY)).isFocused();
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void whatIsReadIsNotReplacedWhenANewerRevisionComes() {
        page.navigate(console.address("/posts/" + Queueful.CLAIM));
        console.pipeline.held(Sample.draft(Queueful.CLAIM, "Harbor Valley is a safe hospital.", console.clock.instant())
                .revision(2)
                .held());

        Locator offer = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show revision 2"));
        assertThat(offer).isVisible();
        assertThat(page.locator(".draft .text").first()).containsText("the safest hospital in Oregon");
        offer.click();
        assertThat(page.locator(".draft .text").first()).hasText("Harbor Valley is a safe hospital.");

        page.getByText("What changed since revision 1").click();
        assertThat(page.locator("main")).containsText("the safest hospital in Oregon");
        assertThat(page.locator("main ins").first()).containsText("a safe");
    }

    @Test
    void whoWatchesTheScreeningIsToldHowItEnded() {
        Held held = Sample.draft(Sample.id(8), "Mrs. Quimby went home.", console.clock.instant())
                .held();
        console.pipeline.submitted(held.getDraft());
        page.navigate(console.address("/posts/" + Sample.id(8)));
        assertThat(page.locator("h1")).hasText("Being screened");

        console.pipeline.held(held);

        assertThat(page.locator("#news")).containsText("It is now: waiting for review.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show it"))
                .click();
        assertThat(page.locator(".draft .text").first()).hasText("Mrs. Quimby went home.");
        assertThat(page.locator(".decide")).isVisible();
    }

    @Test
    void aDecisionOnWhatChangedMeanwhileIsRefusedAndTheTypedReasonStays() {
        page.navigate(console.address("/posts/" + Queueful.CLAIM));
        page.keyboard().press("r");
        page.locator("#changes-reason").fill("Name the source.");
        console.pipeline.held(Sample.draft(Queueful.CLAIM, "Another text.", console.clock.instant())
                .revision(2)
                .held());
        button("Send back to the author").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("revision 2 is the one under review");
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void whoWroteItIsNotOfferedADecision() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        console.signIn(page.context(), "theo");
        page.navigate(console.address("/posts/" + Queueful.OWN));

        assertThat(page.locator(".decide")).containsText("You wrote or edited this post");
        assertThat(page.locator(".decide form[action$=decisions]")).hasCount(0);
    }

    @Test
    void singleKeysCanBeTurnedOff() {
        page.keyboard().press("?");
        page.getByLabel("Single keys act on this page").uncheck();
        button("Close").click();
        page.navigate(console.address("/posts/" + Queueful.CLAIM));
        page.keyboard().press("x");

        assertThat(page.locator("#reject-reason")).isHidden();
    }

    private Locator notice() {
        return page.locator(".notice").first();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
