package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people must do about publishing, by forms alone. */
@BrowserTest
class PublishingBrowserTest {
    private final ConsoleUnderTest console;

    private BrowserContext plain;
    private Page page;

    PublishingBrowserTest(@TempDir Path folder) throws SQLException {
        console = new ConsoleUnderTest(folder);
    }

    @BeforeEach
    void fill(Browser browser) {
        Published.fill(console);
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
    void whatNeedsAPersonComesFirstAndTheListIsNarrowedByStateAccountAndPlatform() {
        page.navigate(console.address("/publishing"));
        Locator rows = page.locator("#publishing-rows > li");
        assertThat(rows).hasCount(5);
        assertThat(rows.nth(0)).containsText("To be taken down by hand");
        assertThat(rows.nth(1)).containsText("Unconfirmed");
        assertThat(rows.nth(1)).containsText("Look on the platform whether it is there");
        assertThat(rows.nth(2)).containsText("Happy new year");
        assertThat(rows.nth(3)).containsText("this has 412");
        assertThat(rows.nth(3)).containsText("hand in a new revision");
        assertThat(rows.nth(4).locator("a.address")).hasText(java.util.regex.Pattern.compile("https://bsky.app/.*"));
        page.getByText("Needs a person 2").click();
        assertThat(rows).hasCount(2);
        page.locator("select[name=account]").selectOption("harbor-valley-x");
        button("Show");
        assertThat(page.locator(".empty")).containsText("No publication fits");
    }

    @Test
    void aTakeDownAsksWhyOnceMoreAndThenSaysWhatBecameOfIt() {
        page.navigate(console.address("/posts/" + Sample.id(Published.LIVE)));
        assertThat(page.locator(".delivery")).containsText("It is live.");
        page.getByText("Take down").click();
        assertThat(page.locator("main")).containsText("kept as evidence");
        page.locator("textarea[name=reason]").fill("The date was wrong.");
        page.locator("select[name=priority]").selectOption("50");
        button("Take down");
        assertThat(page.locator(".notice.done")).containsText("under way");
        assertThat(page.locator(".delivery")).containsText("mara asked for it: The date was wrong.");
        assertThat(page.locator(".timeline")).containsText("mara asked for it to be taken down");
        page.navigate(console.address("/posts/" + Sample.id(Published.LIVE) + "/history"));
        assertThat(page.locator("main")).containsText("mara asked for it to be taken down");
        assertThat(page.locator("main")).containsText("Taken down");
    }

    @Test
    void whatNobodyIsSureOfIsSettledWithAnAddressOrSentAgain() {
        page.navigate(console.address(form(Published.UNCONFIRMED, "confirm_live")));
        page.locator("input[name=url]").fill("https://bsky.app/profile/harborvalley.example/post/3k");
        page.locator("textarea[name=reason]").fill("On the profile, second from the top.");
        button("It is live");
        assertThat(page.locator(".notice.done")).containsText("counts as published");
        assertThat(page.locator(".delivery a.address"))
                .hasAttribute("href", "https://bsky.app/profile/harborvalley.example/post/3k");
        page.navigate(console.address(form(Published.UNCONFIRMED, "confirm_not_live")));
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/publishing/delivery\\?.*"));
    }

    @Test
    void aTaskEndsWithAProofAndWhatIsPlannedIsCancelled() {
        page.navigate(console.address(form(Published.TASK, "task_done")));
        page.locator("input[name=proof]").fill("https://records.example/881.png");
        page.locator("textarea[name=reason]").fill("Deleted in the app.");
        button("It is gone");
        assertThat(page.locator(".delivery")).containsText("Shown: https://records.example/881.png");
        page.navigate(console.address(form(Published.SCHEDULED, "cancel")));
        page.locator("textarea[name=reason]").fill("The event was called off.");
        button("Cancel");
        assertThat(page.locator(".delivery")).containsText("Stopped before it went out");
    }

    @Test
    void theReasonOfTheGateIsShownAndWhatWasTypedStays() {
        page.navigate(console.address(form(Published.SCHEDULED, "cancel")));
        page.locator("textarea[name=reason]").fill("Too late, perhaps.");
        console.gate.has(
                Sample.draft(Sample.id(Published.SCHEDULED), "Happy new year from all of us.", console.clock.instant())
                        .draft(),
                org.imprimatur.schemas.avro.DeliveryState.PUBLISHED,
                java.util.Optional.empty());
        button("Cancel");
        assertThat(page.locator(".notice.refused"))
                .hasText("The publisher refused: it is live already; ask for a take-down.");
        assertThat(page.locator("textarea[name=reason]")).hasValue("Too late, perhaps.");
    }

    @Test
    void withoutAnAnswerThePageSaysThatItIsAskedAndLooksAgain() {
        console.gate.silent = true;
        page.navigate(console.address(form(Published.LIVE, "take_down")));
        page.locator("textarea[name=reason]").fill("The date was wrong.");
        button("Take down");
        assertThat(page.locator(".notice")).containsText("has not answered yet");
    }

    @Test
    void onlyReviewersAndAdministratorsAskAndAuthorsReadWhatToDo(Browser browser) {
        for (String person : new String[] {"ana", "ines"}) {
            try (BrowserContext theirs = browser.newContext()) {
                Page opened = theirs.newPage();
                console.signIn(opened, person);
                assertThat(theirs.request()
                                .get(console.address(form(Published.LIVE, "take_down")))
                                .status())
                        .isEqualTo(403);
                assertThat(theirs.request()
                                .post(
                                        console.address("/publishing/ask"),
                                        RequestOptions.create()
                                                .setForm(FormData.create().set("id", GateUnderTest.id(21))))
                                .status())
                        .isEqualTo(403);
                opened.navigate(console.address("/posts/" + Sample.id(Published.REFUSED)));
                assertThat(opened.locator(".delivery")).containsText("hand in a new revision");
                assertThat(opened.locator(".delivery .button")).hasCount(0);
            }
        }
    }

    @Test
    void aTakeDownElsewhereShowsOnAnOpenListByItself(Browser browser) {
        try (BrowserContext live = browser.newContext()) {
            Page list = live.newPage();
            console.signIn(list.context(), "root");
            list.navigate(console.address("/publishing?state=live"));
            assertThat(list.locator("#publishing-rows > li")).hasCount(1);
            page.navigate(console.address(form(Published.LIVE, "take_down")));
            page.locator("textarea[name=reason]").fill("The date was wrong.");
            button("Take down");
            assertThat(list.locator("#publishing-rows > li")).hasCount(0);
        }
    }

    private static String form(int number, String kind) {
        return "/publishing/ask?id=" + GateUnderTest.id(number).replace("/", "%2F") + "&kind=" + kind;
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
