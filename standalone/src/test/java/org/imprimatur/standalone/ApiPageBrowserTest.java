package org.imprimatur.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
final class ApiPageBrowserTest {
    @Test
    void thePageShowsTheOperationsAndNothingCanBeSentFromIt(@TempDir Path folder, Browser browser) {
        try (ComposedWeb web = ComposedWeb.in(folder);
                BrowserContext context = browser.newContext()) {
            PageFaults faults = PageFaults.of(context);
            Page page = context.newPage();
            page.navigate(web.address("/v1/docs"));

            assertThat(page.locator(".opblock")).hasCount(web.machineAddresses().size());
            page.locator("#operations-Cases-commandCase button").first().click();
            assertThat(page.locator("#operations-Cases-commandCase .responses-wrapper"))
                    .containsText("How things stand forbids it");
            assertThat(page.locator(".try-out, .auth-wrapper .authorize")).hasCount(0);
            assertThat(faults.seen()).isEmpty();
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }
}
