package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, light and dark, on a telephone and on a desk: no breach of WCAG, no complaint in the console. */
@BrowserTest
class EveryPageBrowserTest {
    private static final Map<String, List<String>> PAGES = new TreeMap<>(Map.of(
            "mara",
            List.of(
                    "/queue",
                    "/queue?show=low_risk",
                    "/queue?words=nothing",
                    "/queue/together",
                    "/posts/" + Queueful.STORY,
                    "/posts/" + Queueful.REPLY,
                    "/dead-letters",
                    "/publishing",
                    "/publishing?account=nowhere",
                    "/publishing/delivery?id=" + GateUnderTest.id(Published.UNCONFIRMED),
                    "/publishing/ask?kind=take_down&id=" + GateUnderTest.id(Published.LIVE),
                    "/publishing/ask?kind=task_done&id=" + GateUnderTest.id(Published.TASK),
                    "/posts/" + Sample.id(Published.TASK),
                    "/authorizations",
                    "/authorizations/one?id=A-101",
                    "/authorizations/revoke?id=A-101",
                    "/authorizations/new"),
            "theo",
            List.of("/posts", "/posts/" + Queueful.OWN),
            "ana",
            List.of("/posts", "/posts/" + Queueful.STORY, "/compose"),
            "ines",
            List.of(
                    "/history",
                    "/history?words=nothing",
                    "/posts/" + Queueful.STORY + "/history",
                    "/history/accounts/harbor-valley-bluesky"),
            "nora",
            List.of("/posts"),
            "pia",
            List.of("/policies", "/policies/version?of=house@1", "/policies/drafts/pia"),
            "vera",
            List.of("/policies/drafts/pia")));

    private static final Map<String, String> SIGNED_IN = new TreeMap<>();
    private static ConsoleUnderTest console;

    @BeforeAll
    static void fill(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        Published.fill(console);
        console.pipeline.unreadable("posts.drafts", Sample.id(8));
        PAGES.keySet().forEach(person -> {
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                console.signIn(page, person);
                if (person.equals("ana")) {
                    beginAPost(page);
                }
                if (person.equals("pia")) {
                    tryRules(page);
                }
                SIGNED_IN.put(person, context.storageState());
            }
        });
    }

    /** So that the composer offers to go on with it. */
    private static void beginAPost(Page page) {
        page.navigate(console.address("/compose"));
        page.locator("#text")
                .fill("Our nurses wrote a very long line about the flu clinic that ends somewhere far away.");
        page.locator("#saved").getByText("Saved").waitFor();
    }

    private static void tryRules(Page page) {
        page.navigate(console.address("/policies/drafts/pia"));
        page.locator("#pack").fill("version: 2\nhold: Dolores\nhold: safest\n");
        page.getByText("Save and check").click();
        page.getByText("Try it over the past").click();
        page.getByText("Agrees with people").waitFor();
    }

    @AfterAll
    static void close() throws SQLException {
        console.close();
    }

    @ParameterizedTest
    @MethodSource("people")
    void isAccessibleQuietAndNotWiderThanItsWindow(String person, Browser browser) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setStorageState(SIGNED_IN.get(person));
        try (BrowserContext context = browser.newContext(options)) {
            Objects.requireNonNull(PAGES.get(person)).forEach(path -> Guises.look(context, console.address(path)));
        }
    }

    static Set<String> people() {
        return PAGES.keySet();
    }

    @Test
    void theSignInIsToo(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Guises.look(context, console.address("/sign-in"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Approve", "Edit", "Request changes", "Reject", "Escalate"})
    void theFormsOfADecisionAreToo(String decision, Browser browser) {
        try (BrowserContext context = mara(browser)) {
            Guises.look(
                    context,
                    console.address("/posts/" + Queueful.CLAIM),
                    page -> page.locator("summary", new Page.LocatorOptions().setHasText(decision))
                            .click());
        }
    }

    @Test
    void theKeyboardsDialogAndTheSavedViewsAreToo(Browser browser) {
        try (BrowserContext context = mara(browser)) {
            Guises.look(context, console.address("/queue"), page -> {
                page.getByText("Saved views").click();
                page.keyboard().press("?");
            });
        }
    }

    @Test
    void aPageThatIsNotThereIsToo(Browser browser) {
        try (BrowserContext context = mara(browser);
                Page page = context.newPage()) {
            page.navigate(console.address("/posts/none"));
            Guises.look(page, "not found");
        }
    }

    @Test
    void whoLooksInTheDarkStillPrintsDarkOnWhite(Browser browser) {
        try (BrowserContext context = mara(browser);
                Page page = context.newPage()) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            page.navigate(console.address("/posts/" + Queueful.STORY + "/history"));
            assertThat(Accessibility.violations(page)).isEmpty();
            page.navigate(console.address("/posts/" + Queueful.STORY));
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    private static BrowserContext mara(Browser browser) {
        return browser.newContext(new Browser.NewContextOptions().setStorageState(SIGNED_IN.get("mara")));
    }
}
