package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.imprimatur.approver.web.policy.PolicyDesk;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviour 20: rules are written by one person, tried over the past, published by another, and left with one click. */
@BrowserTest
class PolicyBrowserTest {
    /** Leaves the reply alone that the first rules hold nothing of, holds the claim, and lets the story go. */
    private static final String NEXT = "version: 2\nhold: safest\n";

    private final ConsoleUnderTest console;

    PolicyBrowserTest(@TempDir Path folder) throws Exception {
        console = new ConsoleUnderTest(folder);
    }

    @BeforeEach
    void fill() {
        Queueful.fill(console);
    }

    @AfterEach
    void close() throws Exception {
        console.rules.gate.countDown();
        console.close();
    }

    @Test
    void oneWritesAndTriesASecondPublishesAndOneClickLeadsBack(Browser browser) {
        try (BrowserContext hers = browser.newContext();
                BrowserContext theirs = browser.newContext()) {
            PageFaults faults = PageFaults.of(hers);
            Page pia = signedIn(hers, "pia");
            assertThat(pia).hasURL(console.address("/policies"));
            pia.getByText("Write a change").click();
            write(pia, NEXT);
            assertThat(pia.locator(".patch ins")).hasText(new String[] {"version: 2\n", "hold: safest\n"});

            console.rules.gate = new CountDownLatch(1);
            button(pia, "Try it over the past");
            assertThat(pia.locator("progress")).isVisible();
            assertThat(pia.locator("#trial")).containsText("Judged 0 of 4 revisions");

            Page vera = signedIn(theirs, "vera");
            vera.getByText("house@2 by pia").click();
            assertThat(vera.locator("progress")).isVisible();
            console.rules.gate.countDown();
            assertThat(vera.locator(".figures")).containsText("Newly held1");
            assertThat(vera.locator(".figures")).containsText("Newly passed1");
            assertThat(vera.locator(".examples").nth(0)).containsText("Harbor Valley is the safest hospital");
            assertThat(vera.locator(".examples").nth(0)).containsText("No word of safest");
            assertThat(vera.locator(".examples").nth(1)).containsText("What a comeback");

            assertThat(pia.getByText("Somebody else with the role policy editor"))
                    .isVisible();
            assertThat(pia.getByText("Publish house@2")).hasCount(0);

            vera.getByLabel("Why these rules should come into force").fill("Claims are worse than stories this week.");
            button(vera, "Publish house@2");
            assertThat(vera.getByRole(AriaRole.STATUS)).containsText("house@2 judges from now on.");
            assertThat(console.rules.active().orElseThrow())
                    .extracting(
                            PolicyDesk.Edition::pack,
                            each -> each.signature().writtenBy(),
                            each -> each.signature().by())
                    .containsExactly(NEXT, "pia", "vera");

            vera.getByText("Go back to house@1").click();
            assertThat(vera.getByRole(AriaRole.STATUS)).containsText("house@1 judges from now on.");
            assertThat(console.administration.deeds(0, 9))
                    .extracting(Deed::kind, Deed::actor, Deed::subject)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Deed.Kind.POLICY_RESTORED, "vera", "house@1"),
                            org.assertj.core.groups.Tuple.tuple(Deed.Kind.POLICY_PUBLISHED, "vera", "house@2"),
                            org.assertj.core.groups.Tuple.tuple(Deed.Kind.POLICY_TRIED, "pia", "house@2"));
            assertThat(faults.seen()).isEmpty();
        }
    }

    @Test
    void itAllWorksWithoutJavaScriptAndEveryMistakeNamesItsLine(Browser browser) {
        Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (BrowserContext hers = browser.newContext(plain);
                BrowserContext roots = browser.newContext(plain)) {
            Page pia = signedIn(hers, "pia");
            pia.navigate(console.address("/policies/drafts/pia"));
            write(pia, "version: 2\nhold safest\n");
            assertThat(pia.locator(".faults")).containsText("Line 2, policy: is no rule; write hold and a word");
            assertThat(pia.getByText("Try it over the past")).hasCount(0);

            write(pia, "version: 1\nhold: other\n");
            assertThat(pia.locator(".faults")).containsText("house@1 judged before; give this pack another version");

            write(pia, NEXT);
            button(pia, "Try it over the past");

            Page root = signedIn(roots, "root");
            assertThat(root.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish house@2")))
                    .hasCount(0);
            eventually(root, "/policies/drafts/pia", "Why these rules should come into force");
            root.getByLabel("Why these rules should come into force").fill("Agreed in the committee.");
            button(root, "Publish house@2");
            assertThat(root.locator("body")).containsText("house@2 judges from now on.");
            root.navigate(console.address("/admin/events"));
            assertThat(root.locator("tbody tr").first()).containsText("published the rules house@2");
            assertThat(root.locator("tbody tr").first()).containsText("Agreed in the committee.");
        }
    }

    @Test
    void whoWroteItAndWhoMayNotPublishAreRefusedHoweverTheyAsk(Browser browser) {
        try (BrowserContext hers = browser.newContext();
                BrowserContext theirs = browser.newContext();
                BrowserContext anas = browser.newContext();
                BrowserContext ineses = browser.newContext()) {
            Page pia = signedIn(hers, "pia");
            pia.navigate(console.address("/policies/drafts/pia"));
            write(pia, NEXT);
            button(pia, "Try it over the past");
            assertThat(pia.locator(".figures")).isVisible();
            String fingerprint = console.administration.policyDrafts().get(0).fingerprint();

            assertThat(post(pia, "/policies/drafts/pia/publish", publication(pia, fingerprint))
                            .status())
                    .as("her own")
                    .isEqualTo(422);
            Page vera = signedIn(theirs, "vera");
            assertThat(post(vera, "/policies/drafts/pia", form(vera).set("pack", "version: 9\n"))
                            .status())
                    .as("somebody else’s draft")
                    .isEqualTo(403);
            assertThat(post(vera, "/policies/drafts/pia/publish", publication(vera, "0".repeat(64)))
                            .status())
                    .as("another text than she read")
                    .isEqualTo(422);
            Page ana = signedIn(anas, "ana");
            assertThat(post(ana, "/policies/drafts/pia/publish", publication(ana, fingerprint))
                            .status())
                    .as("an author")
                    .isEqualTo(403);
            assertThat(ana.request()
                            .get(console.address("/policies/drafts/pia"))
                            .status())
                    .isEqualTo(403);
            Page ines = signedIn(ineses, "ines");
            assertThat(post(ines, "/policies/drafts/pia/publish", publication(ines, fingerprint))
                            .status())
                    .as("an auditor")
                    .isEqualTo(403);
            assertThat(post(ines, "/policies/restore", form(ines).set("label", "house@1"))
                            .status())
                    .isEqualTo(403);
            APIResponse read = ines.request().get(console.address("/policies/drafts/pia"));
            assertThat(read.status()).as("an auditor reads").isEqualTo(200);
            assertThat(read.headers().get("cache-control")).isEqualTo("no-store");

            write(pia, NEXT + "hold: bell\n");
            assertThat(post(
                                    vera,
                                    "/policies/drafts/pia/publish",
                                    publication(
                                            vera,
                                            console.administration
                                                    .policyDrafts()
                                                    .get(0)
                                                    .fingerprint()))
                            .status())
                    .as("a text that was not tried")
                    .isEqualTo(422);
            assertThat(console.rules.active().orElseThrow().label()).isEqualTo("house@1");
            assertThat(console.administration.deeds(0, 9))
                    .extracting(Deed::kind)
                    .containsOnly(Deed.Kind.POLICY_TRIED);
        }
    }

    private Page signedIn(BrowserContext context, String person) {
        Page page = context.newPage();
        console.signIn(page.context(), person);
        page.navigate(console.address("/policies"));
        return page;
    }

    private void write(Page page, String pack) {
        page.navigate(console.address("/policies/drafts/pia"));
        page.locator("#pack").fill(pack);
        button(page, "Save and check");
        assertThat(page.locator("body")).containsText("Saved.");
    }

    private void eventually(Page page, String path, String text) {
        page.navigate(console.address(path));
        for (int more = 50; more > 0 && page.getByText(text).count() == 0; more--) {
            page.navigate(console.address(path));
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static FormData form(Page page) {
        return FormData.create()
                .set("_csrf", page.locator("input[name=_csrf]").first().inputValue());
    }

    private static FormData publication(Page page, String fingerprint) {
        return form(page).set("fingerprint", fingerprint).set("reason", "Because.");
    }

    private APIResponse post(Page page, String path, FormData form) {
        return page.request()
                .post(
                        console.address(path),
                        RequestOptions.create().setForm(form).setMaxRedirects(0));
    }
}
