package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class PlainBrowserTest {
    @Test
    void aCaseIsDecidedWithoutJavaScript(@TempDir Path folder, Browser browser) throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder);
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Queueful.fill(console);
            Page page = context.newPage();
            console.signInByForm(page, "mara");
            page.locator("#open-" + Queueful.CLAIM).click();
            page.locator("summary", new Page.LocatorOptions().setHasText("Request changes"))
                    .click();
            page.locator("#changes-reason").fill("Name the source and the year.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send back to the author"))
                    .click();

            assertThat(page.locator("h1")).hasText("Changes requested by mara");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next case"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/posts/" + Queueful.STORY));
        }
    }

    @Test
    void anAuthorSeesOwnPostsWithTheReviewersNoteLive(@TempDir Path folder, Browser browser) throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder);
                BrowserContext hers = browser.newContext();
                BrowserContext maras = browser.newContext()) {
            Queueful.fill(console);
            Page author = hers.newPage();
            console.signInByForm(author, "ana");
            assertThat(author.locator("#mine-rows > li")).hasCount(3);
            assertThat(author.locator("[data-live-word]")).hasText("Live");
            Page reviewer = maras.newPage();
            console.signInByForm(reviewer, "mara");
            reviewer.navigate(console.address("/posts/" + Queueful.CLAIM));
            reviewer.keyboard().press("r");
            reviewer.keyboard().type("Name the source.");
            reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send back to the author"))
                    .click();

            assertThat(author.locator("#post-" + Queueful.CLAIM)).containsText("Changes requested");
            assertThat(author.locator("#post-" + Queueful.CLAIM)).containsText("Name the source.");
            assertThat(author.locator("#post-" + Queueful.CLAIM)).containsText("Name the source and the year");
        }
    }

    @Test
    void eachRoleReachesOnlyItsPages(@TempDir Path folder, Browser browser) throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder)) {
            Queueful.fill(console);
            assertThat(status(console, browser, "ana", "/queue")).isEqualTo(403);
            assertThat(status(console, browser, "ana", "/posts/" + Queueful.OWN))
                    .isEqualTo(404);
            assertThat(status(console, browser, "ana", "/posts/" + Queueful.OWN + "/history"))
                    .isEqualTo(404);
            assertThat(status(console, browser, "ana", "/dead-letters")).isEqualTo(403);
            assertThat(status(console, browser, "ines", "/queue")).isEqualTo(403);
            assertThat(status(console, browser, "ines", "/posts/" + Queueful.OWN + "/history"))
                    .isEqualTo(200);
            assertThat(status(console, browser, "root", "/dead-letters")).isEqualTo(200);
            assertThat(status(console, browser, "ana", "/queue/live")).isEqualTo(403);
        }
    }

    @Test
    void nobodyDecidesWithoutTheSessionsToken(@TempDir Path folder, Browser browser) throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder);
                BrowserContext context = browser.newContext()) {
            Queueful.fill(console);
            console.signIn(context, "mara");

            APIResponse answer = context.request()
                    .post(
                            console.address("/posts/" + Queueful.CLAIM + "/decisions"),
                            RequestOptions.create().setForm(FormData.create().set("kind", "approve")));

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void signingInLeadsOnlyToPagesOfOurOwn(@TempDir Path folder, Browser browser) throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder);
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(console.address("/posts/abc?revision=2"));
            assertThat(page.locator("input[name=next]")).hasValue("/posts/abc?revision=2");
            for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
                page.navigate(console.address("/sign-in?next=" + elsewhere));
                assertThat(page.locator("input[name=next]")).hasValue("/");
            }
        }
    }

    @Test
    void aWrongPasswordIsSaidOnTheFormAndNotWhichPartWasWrong(@TempDir Path folder, Browser browser) throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder);
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(console.address("/sign-in"));
            page.getByLabel("Name").fill("mara");
            page.getByLabel("Password").fill("guess");
            page.getByLabel("Password").press("Enter");

            assertThat(page.getByRole(AriaRole.ALERT)).hasText("The name or the password is not right.");
            assertThat(page.getByLabel("Name")).hasValue("mara");
        }
    }

    private static int status(ConsoleUnderTest console, Browser browser, String person, String path) {
        try (BrowserContext context = browser.newContext()) {
            console.signIn(context, person);
            return context.request().get(console.address(path)).status();
        }
    }

    @Test
    void aPostIsWrittenCheckedRewordedIllustratedAndHandedInWithoutJavaScript(@TempDir Path folder, Browser browser)
            throws Exception {
        try (ConsoleUnderTest console = new ConsoleUnderTest(folder);
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            console.signIn(page.context(), "ana");
            page.navigate(console.address("/compose"));
            page.locator("[name=account]").first().check();
            page.locator("#text").fill("Dolores Quimby rang the bell.");
            button(page, "Save and check").click();
            assertThat(page.locator("#verdict-title")).hasText("Would be held for 1 reason");
            button(page, "Use wording 1").click();
            assertThat(page.locator("ins")).hasText("A patient");
            button(page, "Use this wording").click();
            page.locator("#picture").setInputFiles(new FilePayload("bell.png", "image/png", new byte[40]));
            button(page, "Upload").click();
            page.getByLabel("Alt text").fill("A brass bell");
            button(page, "Hand it in").click();
            assertThat(page.locator(".draft .text").first()).hasText("A patient rang the bell.");
            assertThat(page.locator("main")).containsText("A brass bell");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
