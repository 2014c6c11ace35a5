package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was seen about a picture stands on it and beside it under the same letter. */
@BrowserTest
class PictureFindingsBrowserTest {
    private static final Pattern LIT = Pattern.compile(".*\\blit\\b.*");

    private ConsoleUnderTest console;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void begin(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        context = browser.newContext();
        page = context.newPage();
    }

    @AfterEach
    void close() throws SQLException {
        context.close();
        console.close();
    }

    @Test
    void aReviewerSeesEachFindingOnItsPictureAndTheTwoLightUpTogether() {
        open("mara");
        PageFaults faults = PageFaults.of(context);

        assertThat(boxes(0))
                .hasText(new String[] {"A Low, finding about picture 1", "B High, finding about picture 1"});
        assertThat(boxes(1)).hasText(new String[] {"C Low, finding about picture 2"});
        assertThat(page.locator("#finding-B")).containsText("Picture 1: Person name");

        boxes(0).last().locator("a").hover();
        assertThat(page.locator("#peek")).containsText("B A patient can be identified");
        assertThat(page.locator("#finding-B")).hasClass(LIT);
        assertThat(page.locator("#finding-A")).not().hasClass(LIT);

        page.locator("#finding-C").hover();
        assertThat(page.locator("#mark-C")).hasClass(LIT);
        assertThat(page.locator("#mark-A")).not().hasClass(LIT);

        page.mouse().move(0, 0);
        boxes(1).locator("a").focus();
        assertThat(page.locator("#finding-C")).hasClass(LIT);
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void lettersStaySharpWhileThePictureIsBlurredAndAfterItIsShown() {
        open("mara");
        Locator picture = page.locator(".draft .pictures > li").first();

        assertThat(picture.locator("img")).hasCSS("filter", "blur(24px)");
        assertThat(boxes(0).first()).hasCSS("filter", "none");
        assertThat(boxes(0).first()).isVisible();

        picture.getByLabel("Show picture 1 unblurred").check();
        assertThat(picture.locator("img")).hasCSS("filter", "none");
        assertThat(boxes(0).first()).isVisible();
    }

    @Test
    void theAuthorSeesTheSameBoxesAndList() {
        open("ana");

        assertThat(boxes(0)).hasCount(2);
        page.locator("#finding-A a").click();
        assertThat(page).hasURL(Pattern.compile(".*#mark-A$"));
        page.locator("#finding-B").hover();
        assertThat(page.locator("#mark-B")).hasClass(LIT);
    }

    @Test
    void everyGuiseOfBothPagesKeepsToTheRules() {
        String address = console.address("/posts/" + Queueful.STORY);
        open("mara");
        Guises.look(context, address);
        context.clearCookies();
        open("ana");
        Guises.look(context, address);
    }

    @Test
    void withoutJavaScriptALetterLeadsToItsFindingAndBack(Browser browser) {
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page = plain.newPage();
            open("mara");

            boxes(0).last().locator("a").click();
            assertThat(page).hasURL(Pattern.compile(".*#finding-B$"));
            assertThat(page.locator("#finding-B")).isInViewport();
            page.locator("#finding-B a").click();
            assertThat(page).hasURL(Pattern.compile(".*#mark-B$"));
            assertThat(page.locator("#mark-B a")).isInViewport();
        }
    }

    private void open(String person) {
        console.signIn(page.context(), person);
        page.navigate(console.address("/posts/" + Queueful.STORY));
    }

    private Locator boxes(int picture) {
        return page.locator(".draft .pictures > li").nth(picture).locator(".box");
    }
}
