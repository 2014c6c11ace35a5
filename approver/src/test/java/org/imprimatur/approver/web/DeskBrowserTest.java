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
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers do with one case, alone and beside each other. */
@BrowserTest
class DeskBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext maras;
    private BrowserContext theos;
    private PageFaults faults;
    private Page mara;

    @BeforeEach
    void signIn(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder, new Terms(Duration.ofSeconds(30), 0));
        Queueful.fill(console);
        maras = browser.newContext();
        theos = browser.newContext();
        faults = PageFaults.of(maras);
        mara = maras.newPage();
        console.signIn(mara, "mara");
    }

    @AfterEach
    void close() throws SQLException {
        maras.close();
        theos.close();
        console.close();
    }

    @Test
    void submitAndNextLeadsToAClaimedCaseAndTheDecisionCanStillBeUndone() {
        open(mara, Queueful.CLAIM);
        mara.keyboard().press("x");
        mara.keyboard().type("Nobody measured this.");
        mara.keyboard().press("Control+Enter");

        assertThat(mara).hasURL(Pattern.compile(".*/posts/" + Queueful.STORY + "\\?done=" + Queueful.CLAIM + ".*"));
        assertThat(mara.locator(".notice.done")).containsText("Rejected");
        assertThat(mara.locator("main")).containsText("You have this until");
        assertThat(mara.locator(".undo")).containsText("You can take this back for");
        mara.keyboard().press("z");
        assertThat(mara).hasURL(Pattern.compile(".*/posts/" + Queueful.CLAIM + ".*"));
        assertThat(mara.locator(".notice").first()).containsText("You took your decision back.");
        mara.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        assertThat(mara.locator(".timeline")).containsText("mara took the decision back");
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void undoIsOverWhenItsTimeIs() {
        open(mara, Queueful.CLAIM);
        mara.keyboard().press("a");
        mara.keyboard().press("Enter");
        assertThat(mara.locator("h1")).hasText("Approved by mara, and about to go out");
        console.clock.advance(Duration.ofSeconds(31));
        button(mara, "Undo").click();

        assertThat(mara.getByRole(AriaRole.ALERT)).containsText("too late");
    }

    @Test
    void whatHasExpiredIsNotApprovedAndItsAuthorIsToldWhatToDo() {
        String late = Sample.id(51);
        console.pipeline.held(Sample.draft(late, "The fair begins at noon.", console.clock.instant())
                .until(console.clock.instant().plus(Duration.ofMinutes(10)))
                .held());
        open(mara, late);
        console.clock.advance(Duration.ofMinutes(11));
        mara.keyboard().press("a");
        mara.keyboard().press("Enter");

        assertThat(mara.getByRole(AriaRole.ALERT)).containsText("expired: its time passed");
        assertThat(console.pipeline.events(late)).doesNotContain("APPROVED");
    }

    @Test
    void anEditIsTheNextRevisionAndItsEditorDoesNotDecideOnIt() {
        open(mara, Queueful.CLAIM);
        mara.keyboard().press("e");
        Locator text = mara.locator("#edit-text");
        assertThat(text).isFocused();
        assertThat(text).hasValue("Harbor Valley is the safest hospital in Oregon. Zero infections, zero errors.");
        text.fill("Harbor Valley is a careful hospital.");
        button(mara, "Hand in as revision 2").click();

        assertThat(mara.locator(".notice").first()).containsText("Your wording is the next revision");
        mara.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show revision 2"))
                .first()
                .click();
        assertThat(mara.locator(".draft .text").first()).hasText("Harbor Valley is a careful hospital.");
        assertThat(mara.locator(".decide")).hasCount(0);
    }

    @Test
    void whoHasItIsSeenAndTakingOverAsksAndIsRecorded() {
        open(mara, Queueful.CLAIM);
        mara.keyboard().press("c");
        assertThat(mara.locator(".notice").first()).containsText("It is yours for 15 minutes");
        Page theo = theos.newPage();
        console.signIn(theo, "theo");
        open(theo, Queueful.CLAIM);

        assertThat(theo.locator("#presence")).hasText("mara is looking at this, too.");
        assertThat(mara.locator("#presence")).hasText("theo is looking at this, too.");
        assertThat(theo.locator(".decide")).containsText("mara is looking at this until");
        theo.keyboard().press("t");
        assertThat(theo.locator(".panel")).containsText("Take this over from mara?");
        theo.keyboard().press("Enter");
        assertThat(theo.locator(".notice").first()).containsText("It is yours now.");
        assertThat(mara.locator("#news")).containsText("theo has this now");
        theo.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        assertThat(theo.locator(".timeline")).containsText("theo took it over");
        mara.navigate(console.address("/queue"));
        assertThat(mara.locator("#presence")).hasCount(0);
    }

    @Test
    void twoWhoAskForTheNextCaseInTheSameMomentGetTwo() {
        Page theo = theos.newPage();
        console.signIn(theo, "theo");
        open(mara, Queueful.CLAIM);
        open(theo, Queueful.CLAIM);
        mara.evaluate("document.body.insertAdjacentHTML('beforeend', '<form id=go method=post action=/queue/next><input"
                + " name=_csrf value=' + document.querySelector('[name=_csrf]').value + '></form>')");
        theo.evaluate("document.body.insertAdjacentHTML('beforeend', '<form id=go method=post action=/queue/next><input"
                + " name=_csrf value=' + document.querySelector('[name=_csrf]').value + '></form>')");
        mara.evaluate("document.getElementById('go').submit()");
        theo.evaluate("document.getElementById('go').submit()");

        assertThat(mara.locator("main")).containsText("You have this until");
        assertThat(theo.locator("main")).containsText("You have this until");
        assertThat(mara.url().replaceAll("\\?.*", "")).isNotEqualTo(theo.url().replaceAll("\\?.*", ""));
    }

    @Test
    void theSecondApproverJudgesTheFindingsBeforeTheFirstOnesNote() {
        open(mara, Queueful.STORY);
        mara.keyboard().press("a");
        mara.locator("#approve-note").fill("I called her: she agrees.");
        button(mara, "Approve revision 1").click();
        assertThat(mara.locator(".talk")).containsText("I called her: she agrees.");
        Page theo = theos.newPage();
        console.signIn(theo, "theo");
        open(theo, Queueful.STORY);

        assertThat(theo.locator(".why .reason").first()).containsText("A patient can be identified");
        assertThat(theo.locator("main")).containsText("2 people must approve. So far: mara.");
        assertThat(theo.locator(".talk")).containsText("mara left a note with the approval.");
        assertThat(theo.locator("main")).not().containsText("I called her");
        theo.keyboard().press("a");
        theo.keyboard().press("Enter");
        assertThat(theo.locator("h1")).containsText("Approved by mara and theo");
        assertThat(theo.locator(".talk")).containsText("I called her: she agrees.");
    }

    @Test
    void aNoteForColleaguesIsApartFromWhatTheAuthorReads(Browser browser) {
        open(mara, Queueful.CLAIM);
        mara.locator("#comment").fill("Legal asked about this last month.");
        button(mara, "Add the comment").click();
        assertThat(mara.locator(".notice").first()).containsText("Your comment is in the history.");
        mara.locator("#comment").fill("Which survey is it from?");
        mara.getByLabel("The author, too").check();
        button(mara, "Add the comment").click();

        assertThat(mara.locator(".talk li.internal")).containsText("Legal asked about this last month.");
        assertThat(mara.locator(".talk li.open")).containsText("Which survey is it from?");
        try (BrowserContext hers = browser.newContext()) {
            Page ana = hers.newPage();
            console.signIn(ana, "ana");
            for (String path : new String[] {"", "/history"}) {
                ana.navigate(console.address("/posts/" + Queueful.CLAIM + path));
                assertThat(ana.content()).doesNotContain("Legal asked");
            }
            assertThat(ana.locator("main")).containsText("Which survey is it from?");
        }
    }

    @Test
    void whatIsEscalatedSaysWhoWasAskedAndNeedsTwo() {
        open(mara, Queueful.CLAIM);
        mara.getByText("Escalate", new Page.GetByTextOptions().setExact(true)).click();
        mara.locator("#escalate-note").fill("Is the survey ours?");
        mara.locator("#escalate-role").selectOption("administrator");
        button(mara, "Ask them").click();

        assertThat(mara.locator("main")).containsText("Somebody with the role administrator was asked");
        assertThat(mara.locator("main")).containsText("2 people must approve");
    }

    @Test
    void aKeyThatIsHeldDownActsOnce() {
        open(mara, Queueful.CLAIM);
        mara.evaluate(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'x', repeat: true, bubbles: true}))");
        assertThat(mara.locator("#reject-reason")).isHidden();
        mara.keyboard().press("?");
        assertThat(mara.locator("#keyboard kbd").allTextContents())
                .contains("j", "k", "/", "c", "t", "a", "e", "r", "x", "n", "z", "u", "?");
    }

    private void open(Page page, String post) {
        page.navigate(console.address("/posts/" + post));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
