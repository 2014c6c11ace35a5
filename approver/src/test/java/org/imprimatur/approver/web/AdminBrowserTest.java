package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators do, without JavaScript, and that every page of theirs can be used by everybody. */
@BrowserTest
class AdminBrowserTest {
    private static final List<String> PAGES = List.of("people", "keys", "accounts", "accounts?edit=main", "events");

    private final ConsoleUnderTest console;

    AdminBrowserTest(@TempDir Path folder) throws Exception {
        console = new ConsoleUnderTest(folder);
    }

    @BeforeEach
    void fill() {
        console.administration.save(
                new AccountCard(
                        "main",
                        "bluesky",
                        "@harbor.example",
                        "Harbor Valley",
                        "family",
                        "America/Los_Angeles",
                        java.util.Optional.of("A wrong picture went out.")),
                new Deed(
                        "1",
                        Deed.Kind.FROZEN,
                        "root",
                        "main",
                        "",
                        "A wrong picture went out.",
                        console.clock.instant()));
        console.keys.create("website", Set.of("author"));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void everyPageIsAccessibleQuietAndNotWiderThanItsWindow(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            console.signIn(context, "root");
            PAGES.forEach(path -> Guises.look(context, console.address("/admin/" + path)));
        }
    }

    @Test
    void aPersonIsAddedWithAPasswordThatIsShownOnceAndSignsIn(Browser browser) {
        try (BrowserContext roots = plain(browser);
                BrowserContext hers = plain(browser)) {
            Page page = administrator(roots, "people");
            page.locator("input[name=id][maxlength='64']").first().fill("rosa");
            page.locator("section").getByLabel("Roles").fill("reviewer");
            click(page, "Add and show the password");
            String password = page.locator(".secret").textContent();
            page.navigate(console.address("/admin/people"));
            assertThat(page.locator(".secret")).hasCount(0);

            Page rosa = hers.newPage();
            rosa.navigate(console.address("/sign-in"));
            rosa.getByLabel("Name").fill("rosa");
            rosa.getByLabel("Password").fill(password);
            click(rosa, "Sign in");
            assertThat(rosa).hasURL(console.address("/queue"));

            page.getByLabel("Roles of rosa").fill("author");
            page.getByText("Save the roles of rosa").click();
            rosa.navigate(console.address("/queue"));
            assertThat(rosa.locator("h1")).hasText("You may not do this");
            assertThat(console.administration.deeds(0, 9))
                    .extracting(Deed::kind)
                    .startsWith(Deed.Kind.ROLES_CHANGED, Deed.Kind.PERSON_ADDED);
        }
    }

    @Test
    void nobodyLocksThemselvesOutAndUnknownRolesAreRefused(Browser browser) {
        try (BrowserContext roots = plain(browser)) {
            Page page = administrator(roots, "people");
            page.getByLabel("Roles of root").fill("auditor");
            page.getByText("Save the roles of root").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Another administrator must");

            page.getByLabel("Roles of root").fill("administrator, owner");
            page.getByText("Save the roles of root").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Roles are administrator, auditor");
            assertThat(console.administration.deeds(0, 9)).hasSize(1);
        }
    }

    @Test
    void aKeyIsShownOnceAndRevoked(Browser browser) {
        try (BrowserContext roots = plain(browser)) {
            Page page = administrator(roots, "keys");
            page.getByLabel("Acts as").fill("newsletter");
            page.getByLabel("What people call it").fill("The newsletter");
            page.getByLabel("Days until it ends").fill("30");
            click(page, "Make it and show it");
            String key = page.locator(".secret").textContent();

            assertThat(console.keys.verify(key, "/v1/drafts")).isPresent();
            assertThat(console.keys.verify(key, "/v1/cases")).isEmpty();
            page.navigate(console.address("/admin/keys"));
            assertThat(page.content()).contains("The newsletter").doesNotContain(key);
            page.locator("li", new Page.LocatorOptions().setHasText("The newsletter"))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(console.keys.verify(key, "/v1/drafts")).isEmpty();
            assertThat(console.administration.deeds(0, 9).toString()).doesNotContain(key);
        }
    }

    @Test
    void everythingIsFrozenWithAReasonAndGoesOnWithOne(Browser browser) {
        try (BrowserContext roots = plain(browser)) {
            Page page = administrator(roots, "accounts");
            page.getByLabel("Why nothing may go out on any account").fill("The sign-in was stolen.");
            click(page, "Freeze everything");
            assertThat(page.locator(".notice")).containsText("Everything is frozen.");
            assertThat(console.administration.accounts().get(0))
                    .isEqualTo(AccountCard.everything(java.util.Optional.of("The sign-in was stolen.")));

            page.getByLabel("Why it may end").fill("New keys are in place.");
            click(page, "End the freeze of everything");
            assertThat(console.administration.accounts().get(0).frozen()).isEmpty();
            page.navigate(console.address("/admin/events"));
            assertThat(page.locator("tbody tr").first()).containsText("ended the freeze of everything");
            assertThat(page.locator("tbody tr").nth(1)).containsText("The sign-in was stolen.");
        }
    }

    @Test
    void anAccountIsEditedAndStaysFrozen(Browser browser) {
        try (BrowserContext roots = plain(browser)) {
            Page page = administrator(roots, "accounts?edit=main");
            page.getByLabel("Group").fill("hospital");
            click(page, "Save the account");

            AccountCard saved = console.administration.accounts().get(0);
            assertThat(saved.group()).isEqualTo("hospital");
            assertThat(saved.frozen()).contains("A wrong picture went out.");
            page.navigate(console.address("/admin/accounts?edit=main"));
            page.getByLabel("Time zone").fill("Mars/Olympus");
            click(page, "Save the account");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("time zone");
        }
    }

    @Test
    void onlyAdministratorsComeHereAndAuditorsReadWhatWasDone(Browser browser) {
        for (String person : List.of("ana", "mara", "theo", "ines")) {
            try (BrowserContext context = plain(browser)) {
                console.signIn(context, person);
                for (String page : List.of("people", "keys", "accounts")) {
                    assertThat(context.request()
                                    .get(console.address("/admin/" + page))
                                    .status())
                            .as(person + " on " + page)
                            .isEqualTo(403);
                }
                assertThat(context.request()
                                .get(console.address("/admin/events"))
                                .status())
                        .isEqualTo(person.equals("ines") ? 200 : 403);
            }
        }
    }

    private Page administrator(BrowserContext context, String page) {
        Page opened = context.newPage();
        console.signIn(opened.context(), "root");
        opened.navigate(console.address("/admin/" + page));
        return opened;
    }

    private static BrowserContext plain(Browser browser) {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
