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

/** What a decision needs, who may take it, and when it counts: behaviours 11, 14, 15, 16 and 18. */
@BrowserTest
class DecisionRulesBrowserTest {
    private ConsoleUnderTest console;
    private BrowserContext maras;
    private BrowserContext theos;
    private Page mara;
    private Page theo;

    @BeforeEach
    void signIn(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder, new Terms(Duration.ofSeconds(30), 0));
        Queueful.fill(console);
        maras = browser.newContext();
        theos = browser.newContext();
        mara = maras.newPage();
        theo = theos.newPage();
        console.signIn(maras, "mara");
        console.signIn(theos, "theo");
    }

    @AfterEach
    void close() throws SQLException {
        maras.close();
        theos.close();
        console.close();
    }

    @Test
    void eachButtonShowsItsLetterAndTheLetterNSubmitsAndLeadsToTheNextCase() {
        open(mara, Queueful.CLAIM);
        for (String key : new String[] {"c", "a", "e", "r", "x"}) {
            Locator button = mara.locator("[data-key=" + key + "]");
            assertThat(button.locator("kbd")).hasText(key);
            assertThat(button.locator("kbd")).isVisible();
        }
        mara.keyboard().press("a");
        assertThat(mara.locator("details[open] .submits kbd")).hasText("n");
        mara.keyboard().press("n");

        assertThat(mara).hasURL(Pattern.compile(".*/posts/" + Queueful.STORY + "\\?done=" + Queueful.CLAIM + ".*"));
        assertThat(mara.locator(".notice.done")).containsText("Approved");
        mara.keyboard().press("u");
        assertThat(mara).hasURL(Pattern.compile(".*/queue$"));
    }

    @Test
    void changesAreAskedForWithAReasonAndTheRuleItRestsOn() {
        open(mara, Queueful.CLAIM);
        mara.keyboard().press("r");
        mara.keyboard().press("Control+Enter");
        assertThat(mara.locator("#changes-reason:invalid")).isFocused();
        mara.evaluate("document.querySelectorAll('[required]').forEach(field => field.required = false)");
        button(mara, "Send back to the author").click();
        assertThat(mara.getByRole(AriaRole.ALERT)).containsText("Say why");

        mara.locator("#changes-reason").fill("Name the source.");
        mara.evaluate("document.getElementById('changes-policy').replaceChildren()");
        mara.evaluate("document.getElementById('changes-policy').required = false");
        button(mara, "Send back to the author").click();
        assertThat(mara.getByRole(AriaRole.ALERT)).containsText("Choose the rule or policy");
        assertThat(mara.locator("#changes-reason")).hasValue("Name the source.");
        assertThat(console.pipeline.events(Queueful.CLAIM)).doesNotContain("CHANGES_REQUESTED");

        mara.locator("#changes-policy").selectOption("us.unsubstantiated-claim.1");
        button(mara, "Send back to the author").click();
        assertThat(mara.locator("h1")).hasText("Changes requested by mara");
        mara.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        assertThat(mara.locator(".timeline > li").last()).containsText("rests on us.unsubstantiated-claim.1");
    }

    @Test
    void anApprovalGoesOutAfterThirtySecondsAndNotWhenItWasTakenBack() {
        open(mara, Queueful.CLAIM);
        approve(mara);
        assertThat(mara.locator("h1")).hasText("Approved by mara, and about to go out");
        later(Duration.ofSeconds(29));
        assertThat(console.pipeline.events(Queueful.CLAIM)).doesNotContain("RELEASED");
        mara.keyboard().press("z");
        assertThat(mara.locator(".notice").first()).containsText("You took your decision back.");
        later(Duration.ofMinutes(1));
        assertThat(console.pipeline.events(Queueful.CLAIM)).doesNotContain("RELEASED");

        approve(mara);
        assertThat(mara.locator("h1")).hasText("Approved by mara, and about to go out");
        later(Duration.ofSeconds(31));
        assertThat(console.pipeline.events(Queueful.CLAIM)).endsWith("APPROVED", "RELEASED");
    }

    @Test
    void anEditVoidsTheApprovalAndItsEditorAndTheFirstApproverAreNotTwo() {
        open(mara, Queueful.STORY);
        approve(mara);
        assertThat(mara.locator("main")).containsText("2 people must approve. So far: mara.");
        assertThat(mara.locator("[data-key=a]")).hasCount(0);
        open(theo, Queueful.STORY);
        theo.keyboard().press("e");
        theo.locator("#edit-text").fill("A patient rang the bell.");
        button(theo, "Hand in as revision 2").click();
        assertThat(theo.locator(".notice").first()).containsText("Your wording is the next revision");
        console.pipeline.held(Sample.draft(Queueful.STORY, "A patient rang the bell.", console.clock.instant())
                .revision(2)
                .editedBy("theo")
                .picture("An elderly woman in a blue scarf rings a brass bell; three nurses clap behind her")
                .picture("")
                .approvals(2)
                .held());

        open(theo, Queueful.STORY);
        assertThat(theo.locator(".decide")).containsText("You wrote or edited this post");
        assertThat(theo.locator("[data-key=a]")).hasCount(0);
        open(mara, Queueful.STORY);
        assertThat(mara.locator("main")).containsText("2 people must approve.");
        assertThat(mara.locator("main")).not().containsText("So far: mara");
        mara.keyboard().press("a");
        button(mara, "Approve revision 2").click();
        assertThat(mara.locator("main")).containsText("2 people must approve. So far: mara.");
        assertThat(mara.locator("[data-key=a]")).hasCount(0);
    }

    @Test
    void aSevereCaseIsNotApprovedTogetherWithOthersWhateverTheFormSays() {
        open(mara, Queueful.STORY);
        String content = mara.locator("[name=content]").first().inputValue();
        mara.navigate(console.address("/queue/together"));
        assertThat(mara.locator(".together")).not().containsText("Dolores Quimby");
        Locator box = mara.locator("input[name=item]");
        box.evaluate("(box, value) => { box.value = value; }", "forged|" + Queueful.STORY + "|1|" + content);
        box.check();
        button(mara, "Approve what is ticked").click();

        assertThat(mara.getByRole(AriaRole.ALERT)).containsText("None was approved.");
        assertThat(console.pipeline.events(Queueful.STORY)).doesNotContain("APPROVED");
    }

    /** Somebody hands something in, so that time goes on in the review. */
    private void later(Duration time) {
        console.clock.advance(time);
        console.pipeline.submitted(Sample.draft(Sample.id(62), "The gift shop opens at nine.", console.clock.instant())
                .draft());
    }

    private void open(Page page, String post) {
        page.navigate(console.address("/posts/" + post));
    }

    private static void approve(Page page) {
        page.keyboard().press("a");
        button(page, "Approve revision 1").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
