package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class ComposerBrowserTest {
    private static final String RISKY = "Dolores Quimby rang the bell today. Call her at 541-555-0142.";

    private ConsoleUnderTest console;
    private BrowserContext context;
    private PageFaults faults;
    private Page page;

    @BeforeEach
    void begin(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        context = browser.newContext(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
        faults = PageFaults.of(context);
        page = context.newPage();
        console.signIn(page.context(), "ana");
        page.navigate(console.address("/compose"));
    }

    @AfterEach
    void close() throws SQLException {
        context.close();
        console.close();
    }

    @Test
    void whatIsWrittenIsCheckedWhileOneWrites() {
        choose("@harborvalley.example");
        page.getByLabel("Text", exact()).fill(RISKY);

        assertThat(verdict()).hasText("Would be held for 2 reasons");
        assertThat(page.locator("#panel")).containsText("One reviewer would decide, within 1 h of handing in.");
        assertThat(page.locator("#panel .mark").first()).containsText("Dolores Quimby");

        page.getByLabel("Text", exact()).fill("The gift shop opens at 9.");
        assertThat(verdict()).hasText("Would go out");
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void theComposerWorksWhenTheEngineIsSilentAndSaysSo() {
        console.drafts.silent = true;
        choose("@harborvalley.example");
        page.getByLabel("Text", exact()).fill("The gift shop opens at 9.");

        assertThat(verdict()).hasText("Not checked just now");
        button("Hand it in").click();
        assertThat(page).hasURL(Pattern.compile(".*/posts/[0-9a-f-]{36}$"));
    }

    @Test
    void saferWordingIsShownWordByWordBeforeItIsTakenAndCanBeUndone() {
        choose("@harborvalley.example");
        page.getByLabel("Text", exact()).fill(RISKY);
        button("Use all").click();

        assertThat(page.locator("h1")).hasText("Safer wording");
        assertThat(page.locator("del").first()).hasText("Dolores Quimby");
        assertThat(page.locator("ins").first()).hasText("A patient");
        assertThat(page.locator("main")).containsText("With this wording: would go out.");
        assertThat(Accessibility.violations(page)).isEmpty();
        button("Use this wording").click();

        assertThat(page.getByLabel("Text", exact()))
                .hasValue("A patient rang the bell today. Call her at our main line.");
        assertThat(verdict()).hasText("Would go out");
        button("Undo").click();
        assertThat(page.getByLabel("Text", exact())).hasValue(RISKY);
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void eachPlatformHasItsPreviewItsCounterAndItsOwnText() {
        choose("@harborvalley.example");
        choose("@HVHealth");
        page.getByLabel("Text", exact()).fill("x".repeat(305));

        Locator bluesky = page.getByLabel("Preview for @harborvalley.example");
        assertThat(bluesky.locator(".counter").first()).containsText("305 of 300 characters");
        assertThat(bluesky.locator("mark")).containsText("xxxxx");
        assertThat(bluesky).containsText("The text has 305 characters, and Bluesky takes 300.");
        assertThat(page.getByLabel("Preview for @HVHealth")).containsText("305 of 280");

        page.getByText("Another text for X").click();
        page.getByLabel("Text for X", exact()).fill("Short for X.");
        assertThat(page.getByLabel("Preview for @HVHealth")).containsText("12 of 280");
        assertThat(page.getByLabel("Preview for @HVHealth")).containsText("A text of its own.");
        assertThat(Accessibility.violations(page)).isEmpty();

        page.getByLabel("Text", exact()).fill("Fits everywhere.");
        button("Hand it in").click();
        assertThat(page).hasURL(Pattern.compile(".*/posts$"));
        assertThat(console.drafts.taken)
                .extracting(draft -> draft.get("account"), draft -> draft.get("variants"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("harbor-valley-bluesky", Map.of()),
                        org.assertj.core.groups.Tuple.tuple("harbor-valley-x", Map.of("x", "Short for X.")));
    }

    @Test
    void eachPlatformCountsTheSameTextInItsOwnWay() {
        console.registered.account("harbor-valley-mastodon", "mastodon", "@harborvalley@social.example");
        page.navigate(console.address("/compose"));
        choose("@harborvalley.example");
        choose("@HVHealth");
        choose("@harborvalley@social.example");
        String family = "👩‍👩‍👧‍👦";
        String link = "https://example.org/" + "a".repeat(60);
        page.getByLabel("Text", exact()).fill(family + " @care@social.example " + link);

        assertThat(counter("@harborvalley.example")).containsText("103 of 300 characters");
        assertThat(counter("@HVHealth")).containsText("47 of 280 characters as X weighs them");
        assertThat(counter("@harborvalley@social.example"))
                .containsText("31 of 500 characters as Mastodon counts them");

        page.getByLabel("Text", exact()).fill("x".repeat(505));
        Locator mastodon = page.getByLabel("Preview for @harborvalley@social.example");
        assertThat(mastodon.locator(".counter").first()).containsText("505 of 500");
        assertThat(mastodon.locator("mark")).hasText("Beyond the limit: xxxxx");
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void aPictureIsAddedBlurredAndItsAltTextIsAskedFor() {
        choose("@harborvalley.example");
        page.getByLabel("Text", exact()).fill("Our new door.");
        page.getByLabel("Add a picture").setInputFiles(new FilePayload("door.png", "image/png", new byte[40]));

        Locator picture = page.locator("#pictures li");
        assertThat(picture).containsText("some platforms refuse a picture without alt text");
        assertThat(picture.locator("img")).hasCSS("filter", "blur(24px)");
        assertThat(page.locator("#panel")).containsText("Picture 1 needs a description (alt text) for Bluesky.");
        picture.getByLabel("Show unblurred").check();
        assertThat(picture.locator("img")).hasCSS("filter", "none");
        picture.getByLabel("Alt text").fill("A green door");
        assertThat(page.locator("#panel")).not().containsText("needs a description");
        assertThat(page.getByLabel("Text", exact())).hasValue("Our new door.");
        assertThat(Accessibility.violations(page)).isEmpty();

        button("Hand it in").click();
        assertThat(page.locator("main")).containsText("A green door");
    }

    @Test
    void whatWasWrittenIsThereAgainAfterTheSessionEnded(Browser browser) {
        choose("@HVHealth");
        page.getByLabel("Text", exact()).fill("Half a thought about flu shots");
        assertThat(page.locator("#saved")).containsText("Saved 22 Nov, 14:00 UTC");
        context.clearCookies();

        try (BrowserContext later = browser.newContext()) {
            Page again = later.newPage();
            console.signIn(again.context(), "ana");
            again.navigate(console.address("/compose"));
            again.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Half a thought about flu shots"))
                    .click();
            assertThat(again.getByLabel("Text", exact())).hasValue("Half a thought about flu shots");
            assertThat(again.locator("[name=account]:checked")).hasAttribute("value", "harbor-valley-x");
        }
        try (BrowserContext other = browser.newContext()) {
            Page nora = other.newPage();
            console.signIn(nora.context(), "nora");
            nora.navigate(console.address("/compose"));
            assertThat(nora.locator("main")).not().containsText("Half a thought");
        }
    }

    @Test
    void anOlderWindowOverwritesNothingAndMayGoOnApart() {
        choose("@HVHealth");
        page.getByLabel("Text", exact()).fill("From the first window");
        assertThat(page.locator("#saved")).containsText("Saved 22 Nov, 14:00 UTC");
        Page second = context.newPage();
        second.navigate(console.address("/compose"));
        second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("From the first window"))
                .click();
        second.waitForResponse(
                response -> response.url().endsWith("/live"),
                () -> second.getByLabel("Text", exact()).fill("From the second window"));

        page.getByLabel("Text", exact()).fill("More from the first");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Changed in another window.");
        assertThat(page.locator("#saved")).containsText("Not kept.");
        assertThat(Accessibility.violations(page)).isEmpty();
        button("Hand it in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Changed in another window.");
        assertThat(console.drafts.taken).isEmpty();
        button("Keep mine as a draft of its own").click();
        assertThat(page.getByLabel("Text", exact())).hasValue("More from the first");
        assertThat(page.locator("[name=account]:checked")).hasAttribute("value", "harbor-valley-x");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        second.reload();
        assertThat(second.getByLabel("Text", exact())).hasValue("From the second window");
    }

    @Test
    void timesAreTheAccountsOwnShownInBothZonesAndGapsAreRefused() {
        choose("@harborvalley.example");
        page.getByLabel("Text", exact()).fill("Clinic hours.");
        page.locator("#scheduled").fill("2026-11-24T09:00");
        assertThat(page.locator(".plans"))
                .containsText("Tue 24 Nov 2026, 09:00 in Denver – that is Tue 24 Nov 2026, 17:00 in Berlin");

        page.locator("#scheduled").fill("2027-03-14T02:30");
        assertThat(page.locator(".warnings")).containsText("02:30 does not exist on this day in Denver");
        button("Hand it in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose 03:00 or later");
        assertThat(console.drafts.taken).isEmpty();

        page.locator("#scheduled").fill("2026-11-22T07:30");
        assertThat(page.locator(".warnings")).containsText("this slot is in 30 min");
        page.locator("#expires").fill("2026-11-23T07:30");
        button("Hand it in").click();
        assertThat(page).hasURL(Pattern.compile(".*/posts/[0-9a-f-]{36}$"));
        assertThat(console.drafts.taken.get(0))
                .containsEntry("scheduledAt", "2026-11-22T07:30:00-07:00")
                .containsEntry("expiresAt", "2026-11-23T07:30:00-07:00");
    }

    @Test
    void anAuthorizationThatDoesNotFitIsSaidBeforeHandingIn() {
        choose("@HVHealth");
        page.getByLabel("Text", exact()).fill("Rosalind is back on her feet.");
        page.getByText("Patient authorizations").click();
        page.getByLabel("A-101").check();
        assertThat(page.locator(".warnings")).containsText("A-101 does not cover X");
        page.locator("#scheduled").fill("2026-12-05T09:00");
        assertThat(page.locator(".warnings"))
                .containsText("A-101 ends on 30 Nov 2026, before this would go out on 5 Dec 2026.");
        assertThat(Accessibility.violations(page)).isEmpty();
        button("Hand it in").click();
        assertThat(page.locator("main")).containsText("A-101");
        assertThat(console.drafts.taken.get(0)).containsEntry("authorizations", List.of("A-101"));
    }

    @Test
    void aReplyCarriesWhatItAnswers() {
        choose("@HVHealth");
        assertThat(page.getByLabel("What it answers")).isHidden();
        page.getByLabel("A reply").check();
        page.getByLabel("What it answers").fill("Great staff, five stars.");
        page.getByLabel("Text", exact()).fill("Thank you for your kind words.");
        button("Hand it in").click();
        assertThat(page.locator(".answers")).containsText("Great staff, five stars.");
    }

    @Test
    void aRefusalStandsAtItsFieldAndNothingIsLost() {
        console.drafts.refusal = Optional.of(Problem.of(
                422, "Not taken.", List.of(new Problem.Fault("#/text", "The text has <b>300</b> reasons."))));
        choose("@HVHealth");
        page.getByLabel("Text", exact()).fill("Some text.");
        button("Hand it in").click();

        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText("harbor-valley-x: The text has <b>300</b> reasons.");
        assertThat(alert.getByRole(AriaRole.LINK)).hasAttribute("href", "#text");
        assertThat(page.getByLabel("Text", exact())).hasValue("Some text.");
        assertThat(Accessibility.violations(page)).isEmpty();
    }

    private void choose(String handle) {
        page.getByLabel(handle).check();
    }

    private Locator counter(String handle) {
        return page.getByLabel("Preview for " + handle, exact())
                .locator(".counter")
                .first();
    }

    private Locator verdict() {
        return page.locator("#verdict-title");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
