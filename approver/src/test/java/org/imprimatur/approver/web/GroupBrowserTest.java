package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fay reviews for the accounts of the group family, and writes for those of the group hospital. */
@BrowserTest
class GroupBrowserTest {
    private final ConsoleUnderTest console;

    GroupBrowserTest(@TempDir Path folder) throws Exception {
        console = new ConsoleUnderTest(folder);
    }

    @BeforeEach
    void fill() {
        Wards.fill(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void aReviewerOfOneGroupSeesAndDecidesOnItsPostsLive(Browser browser) {
        try (BrowserContext hers = browser.newContext()) {
            PageFaults faults = PageFaults.of(hers);
            Page fay = hers.newPage();
            console.signIn(fay, "fay");
            assertThat(fay).hasURL(console.address("/queue"));
            assertThat(fay.locator("#queue-rows .row")).hasCount(1);
            assertThat(fay.locator("#queue-rows")).containsText("The family clinic is the kindest");
            assertThat(fay.locator("[data-live=on]")).isVisible();

            String late = Sample.id(23);
            console.pipeline.held(
                    Sample.draft(Sample.id(24), "For the hospital, while she looks.", console.clock.instant())
                            .held());
            console.pipeline.held(Sample.draft(late, "For the clinic, while she looks.", console.clock.instant())
                    .account(Wards.CLINICS_ACCOUNT)
                    .held());
            assertThat(fay.locator("#queue-rows .row")).hasCount(2);
            assertThat(fay.locator("#queue-rows")).not().containsText("For the hospital");
            assertThat(Accessibility.violations(fay)).isEmpty();
            assertThat(fay.getByText("Dead letters")).hasCount(0);

            fay.navigate(console.address("/posts/" + Wards.CLINIC));
            fay.keyboard().press("a");
            fay.keyboard().press("Enter");
            assertThat(fay.getByRole(AriaRole.STATUS).first()).containsText("Approved");
            assertThat(console.pipeline.events(Wards.CLINIC)).contains("APPROVED");
            assertThat(faults.seen()).isEmpty();
        }
    }

    @Test
    void whatIsAnotherGroupsIsNotThereForHerOnAnyPage(Browser browser) {
        try (BrowserContext hers = browser.newContext()) {
            Page fay = hers.newPage();
            console.signIn(fay, "fay");
            for (String path :
                    List.of("", "/live", "/history", "/changes", "/history.csv", "/history.jsonl", "/evidence.zip")) {
                assertThat(status(fay, "/posts/" + Queueful.CLAIM + path))
                        .as(path)
                        .isEqualTo(404);
            }
            for (String path : List.of(
                    "/history/accounts/harbor-valley-bluesky",
                    "/history/accounts/" + Wards.CLINICS_ACCOUNT + "/evidence.zip",
                    "/dead-letters",
                    "/policies",
                    "/admin/accounts")) {
                assertThat(status(fay, path)).as(path).isEqualTo(403);
            }
            assertThat(status(fay, "/posts/" + Wards.CLINIC + "/evidence.zip")).isEqualTo(200);
            assertThat(status(fay, "/history/accounts/" + Wards.CLINICS_ACCOUNT))
                    .isEqualTo(200);

            fay.navigate(console.address("/history?words=Oregon"));
            assertThat(fay.locator("main")).containsText("The family clinic is the kindest");
            assertThat(fay.locator("main")).not().containsText("Harbor Valley is the safest");
            fay.navigate(console.address("/history?words=" + Queueful.CLAIM));
            assertThat(fay).hasURL(console.address("/history?words=" + Queueful.CLAIM));

            FormData claim = FormData.create()
                    .set("_csrf", fay.locator("input[name=_csrf]").first().inputValue())
                    .set("kind", "CLAIM")
                    .set("commandId", "stolen")
                    .set("revision", "1")
                    .set("contentHash", "0".repeat(64));
            assertThat(fay.request()
                            .post(
                                    console.address("/posts/" + Queueful.CLAIM + "/decisions"),
                                    RequestOptions.create().setForm(claim))
                            .status())
                    .isEqualTo(404);
            assertThat(console.pipeline.events(Queueful.CLAIM)).containsExactly("OPENED");
        }
    }

    @Test
    void herGroupsPublicationsAreThereToActOnAndOthersAreNot(Browser browser) {
        Wards.publish(console);
        try (BrowserContext hers = browser.newContext()) {
            PageFaults faults = PageFaults.of(hers);
            Page fay = hers.newPage();
            console.signIn(fay, "fay");
            fay.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Publishing"))
                    .click();
            assertThat(fay.locator("#publishing-rows > li")).hasCount(1);
            assertThat(fay.locator("#publishing-rows")).containsText("The clinic opens at eight.");
            assertThat(fay.locator("#publishing-parts a").first()).containsText("1");
            assertThat(Accessibility.violations(fay)).isEmpty();

            fay.navigate(
                    console.address("/publishing/ask?kind=take_down&id=" + Asked.encoded(Wards.clinicsDelivery())));
            fay.locator("textarea[name=reason]").fill("The hour was wrong.");
            fay.locator("button.danger").click();
            assertThat(fay.locator(".notice.done")).isVisible();
            assertThat(faults.seen()).isEmpty();

            String theirs = Asked.encoded(Wards.hospitalsDelivery());
            for (String path : List.of(
                    "/publishing/delivery?id=" + theirs,
                    "/publishing/delivery/live?id=" + theirs,
                    "/publishing/ask?kind=take_down&id=" + theirs)) {
                assertThat(status(fay, path)).as(path).isEqualTo(404);
            }
            FormData form = FormData.create()
                    .set("_csrf", csrf(fay))
                    .set("id", Wards.hospitalsDelivery())
                    .set("kind", "TAKE_DOWN")
                    .set("command", "stolen")
                    .set("reason", "Because I can.");
            assertThat(post(fay, "/publishing/ask", form)).isEqualTo(404);
            fay.navigate(console.address("/publishing/delivery?id=" + theirs));
            assertThat(fay.locator("main")).containsText("a group for which your role does not count");
        }
    }

    @Test
    void herGroupsAuthorizationsAreHersAndAnothersAreNotThere(Browser browser) {
        Wards.publish(console);
        Wards.authorize(console);
        try (BrowserContext hers = browser.newContext()) {
            Page fay = hers.newPage();
            console.signIn(fay, "fay");
            fay.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Authorizations"))
                    .click();
            assertThat(fay.locator(".found > li")).hasCount(2);
            assertThat(fay.locator(".found")).containsText("Odile Farrow");
            assertThat(fay.locator("main")).not().containsText("Casimir Holt");

            fay.navigate(console.address("/authorizations/one?id=A-101"));
            assertThat(fay.locator("#revoke")).hasCount(0);
            assertThat(fay.locator("#relying")).containsText("It counts for the whole organization");
            assertThat(fay.locator(".resting > li")).hasCount(1);
            assertThat(fay.locator("#relying")).containsText("1 more rests on it for accounts of other groups.");
            assertThat(Accessibility.violations(fay)).isEmpty();
            assertThat(status(fay, "/authorizations/revoke?id=A-101")).isEqualTo(403);
            for (String path : List.of("one?id=H-1", "one/live?id=H-1", "revoke?id=H-1", "one?id=A-102")) {
                assertThat(status(fay, "/authorizations/" + path)).as(path).isEqualTo(404);
            }
            FormData form =
                    FormData.create().set("_csrf", csrf(fay)).set("id", "H-1").set("reason", "Because I can.");
            assertThat(post(fay, "/authorizations/revoke", form)).isEqualTo(404);

            fay.navigate(console.address("/authorizations/new"));
            assertThat(fay.locator("[name=group]")).hasValue("family");
            fay.navigate(console.address("/authorizations/one?id=F-1"));
            fay.locator("#revoke").click();
            fay.locator("textarea[name=reason]").fill("By letter.");
            fay.locator("button.danger").click();
            assertThat(fay.locator(".notice.done")).containsText("Revoked.");

            fay.navigate(console.address("/compose"));
            assertThat(fay.locator("#authorizations")).containsText("H-1");
            assertThat(fay.locator("#authorizations")).not().containsText("Odile Farrow");
        }
    }

    @Test
    void anAuthorizationThatAnotherGroupKeepsIsRefusedLikeOneThatNobodyKeeps(Browser browser) {
        Wards.authorize(console);
        try (BrowserContext hers = browser.newContext()) {
            Page fay = hers.newPage();
            console.signIn(fay, "fay");
            fay.navigate(console.address("/compose"));
            assertThat(fay.locator("#authorizations")).containsText("Casimir Holt");
            fay.locator("input[name=account]").check();
            fay.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("She thanks the clinic.");
            fay.getByText("Patient authorizations").click();
            fay.locator("input[name=authorization][value='H-1']").check();

            for (String guessed : List.of("F-1", "F-9")) {
                fay.locator("input[name=authorization]:checked").evaluate("(box, id) => { box.value = id; }", guessed);
                fay.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand it in"))
                        .click();
                assertThat(fay.locator(".fault-list li"))
                        .hasText("No authorization “" + guessed + "” is on file for the accounts that you write for.");
                assertThat(fay.locator("main")).not().containsText("Odile Farrow");
                assertThat(fay.locator("#panel")).not().containsText(guessed);
                fay.locator("input[name=authorization][value='H-1']").check();
            }
            assertThat(console.drafts.taken).isEmpty();

            fay.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand it in"))
                    .click();
            assertThat(fay).hasURL(java.util.regex.Pattern.compile(".*/posts/[0-9a-f-]{36}$"));
            assertThat(console.drafts.taken).hasSize(1);
        }
    }

    @Test
    void anAuthorOfOneGroupChoosesAmongItsAccounts(Browser browser) {
        try (BrowserContext hers = browser.newContext()) {
            Page fay = hers.newPage();
            console.signIn(fay.context(), "fay");
            fay.navigate(console.address("/compose"));
            assertThat(fay.locator("input[name=account]")).hasCount(1);
            assertThat(fay.locator("input[name=account]")).hasValue("harbor-valley-bluesky");
        }
    }

    private static String csrf(Page page) {
        return page.locator("input[name=_csrf]").first().inputValue();
    }

    private int post(Page page, String path, FormData form) {
        return page.request()
                .post(
                        console.address(path),
                        RequestOptions.create().setForm(form).setMaxRedirects(0))
                .status();
    }

    private int status(Page page, String path) {
        return page.request()
                .get(console.address(path), RequestOptions.create().setMaxRedirects(0))
                .status();
    }
}
