package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.imprimatur.kit.identity.SignInWays;
import org.imprimatur.kit.identity.SignInWays.Local;
import org.imprimatur.kit.oidc.Provider;
import org.imprimatur.kit.oidc.ProviderSettings;
import org.imprimatur.kit.oidc.RoleClaim;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person signs in at a provider, by a browser that holds to the page's own content policy. */
@BrowserTest
class ProviderBrowserTest {
    private final MockOAuth2Server provider = new MockOAuth2Server(new OAuth2Config(true));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.shutdown();
    }

    @Test
    void aReviewerSignsInAtTheProviderLandsWhereSheWantedToAndSignsOut(Browser browser) throws Exception {
        try (ConsoleUnderTest console = console();
                BrowserContext context = browser.newContext()) {
            PageFaults faults = PageFaults.of(context);
            Page page = context.newPage();
            page.navigate(console.address("/dead-letters"));
            assertThat(page.getByLabel("Password")).hasCount(0);
            assertThat(Accessibility.violations(page)).isEmpty();

            atProvider(page, "rosa", "{\"groups\":[\"posts-review\"]}");

            assertThat(page).hasURL(Pattern.compile(".*/dead-letters"));
            assertThat(page.locator(".bar .name")).containsText("rosa");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page.locator("h1")).hasText("Signed out");
            assertThat(page.getByText("Sign out of the organization too"))
                    .hasAttribute("href", Pattern.compile(".*/staff/endsession\\?.*"));
            assertThat(Accessibility.violations(page)).isEmpty();
            page.navigate(console.address("/queue"));
            assertThat(page.locator("h1")).hasText("Sign in");
            // the mock provider's own page asks for a font from elsewhere
            assertThat(faults.seen())
                    .filteredOn(fault -> !fault.contains("ERR_NAME_NOT_RESOLVED"))
                    .isEmpty();
        }
    }

    @Test
    void whoHasNoRoleIsToldWhomToAsk(Browser browser) throws Exception {
        try (ConsoleUnderTest console = console();
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(console.address("/sign-in"));

            atProvider(page, "stranger", "{\"groups\":[\"administrator\"]}");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ask an administrator to give you a role");
            page.navigate(console.address("/queue"));
            assertThat(page.locator("h1")).hasText("Sign in");
        }
    }

    private void atProvider(Page page, String name, String claims) {
        page.getByText("Sign in with your organization").click();
        page.locator("input[name=username]").fill(name);
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[type=submit], button[type=submit]").click();
    }

    private ConsoleUnderTest console() throws Exception {
        int port = freePort();
        ProviderSettings settings = new ProviderSettings(
                URI.create(provider.issuerUrl("staff").toString()),
                "imprimatur",
                Optional.empty(),
                URI.create("http://127.0.0.1:" + port),
                List.of("openid"),
                "sub",
                RoleClaim.parse("groups", "posts-review=reviewer"),
                Optional.empty());
        return new ConsoleUnderTest(folder, port, new SignInWays(Local.OFF, Optional.of(new Provider(settings))));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
