package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, light and dark, on a telephone and on a desk: no breach of WCAG, no complaint in the console. */
@BrowserTest
class EveryPageBrowserTest {
    private static final Map<String, List<String>> PAGES = new TreeMap<>(Map.of(
            "mara",
            List.of(
                    "/queue",
                    "/queue?show=low_risk",
                    "/queue/together",
                    "/posts/" + Queueful.STORY,
                    "/posts/" + Queueful.REPLY,
                    "/dead-letters",
                    "/publishing",
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
            List.of("/posts")));

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

    @AfterAll
    static void close() throws SQLException {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1366", "LIGHT, 390", "DARK, 1366", "DARK, 390", "LIGHT, 320"})
    void isAccessibleQuietAndNotWiderThanItsWindow(ColorScheme scheme, int width, Browser browser) {
        try (BrowserContext context = browser.newContext(options(scheme, width))) {
            look(context, "/sign-in");
        }
        PAGES.forEach((person, paths) -> {
            Browser.NewContextOptions options = options(scheme, width).setStorageState(SIGNED_IN.get(person));
            try (BrowserContext context = browser.newContext(options)) {
                paths.forEach(path -> look(context, path));
            }
        });
    }

    private static Browser.NewContextOptions options(ColorScheme scheme, int width) {
        return new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 850);
    }

    private static void look(BrowserContext context, String path) {
        PageFaults faults = PageFaults.of(context);
        try (Page page = context.newPage()) {
            page.navigate(console.address(path));

            assertThat(Accessibility.violations(page)).as("axe on " + path).isEmpty();
            assertThat(faults.seen()).as("console of " + path).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("fits its window: " + path)
                    .isEqualTo(true);
        }
    }
}
