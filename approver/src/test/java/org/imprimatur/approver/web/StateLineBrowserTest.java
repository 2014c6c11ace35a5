package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviour 6: one line says how far a post has come, from the hand-in to the platform, on a page that stays open. */
@BrowserTest
class StateLineBrowserTest {
    private static final String POST = Sample.id(61);

    private ConsoleUnderTest console;
    private BrowserContext anas;
    private BrowserContext maras;
    private PageFaults faults;
    private Page ana;
    private Page mara;

    @BeforeEach
    void signIn(@TempDir Path folder, Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder, new Terms(Duration.ofSeconds(30), 0));
        anas = browser.newContext();
        maras = browser.newContext();
        faults = PageFaults.of(anas);
        ana = anas.newPage();
        mara = maras.newPage();
        console.signIn(anas, "ana");
        console.signIn(maras, "mara");
    }

    @AfterEach
    void close() throws SQLException {
        anas.close();
        maras.close();
        console.close();
    }

    @Test
    void itLeadsFromScreeningToPublishedOnAPageThatStaysOpen() {
        Held held = Sample.draft(POST, "The fair opens on Saturday.", console.clock.instant())
                .goesOut(console.clock.instant().plus(Duration.ofHours(2)))
                .held();
        console.pipeline.submitted(held.getDraft());
        ana.navigate(console.address("/posts/" + POST));
        ana.evaluate("window.opened = 'once'");
        now("Screening");

        console.pipeline.held(held);
        now("Waiting");
        assertThat(ana.locator(".journey-now")).hasText("Waiting for review: number 1 of 1 in the queue.");
        mara.navigate(console.address("/posts/" + POST));
        mara.keyboard().press("c");
        now("In review");
        mara.waitForURL("**event=2");
        approve();
        now("Approved");

        console.clock.advance(Duration.ofSeconds(31));
        console.pipeline.submitted(another());
        assertThat(console.pipeline.events(POST)).endsWith("RELEASED");
        assertThat(ana.locator(".journey-now")).containsText("On its way to the platform.");
        console.gate.has(held.getDraft(), DeliveryState.SCHEDULED, Optional.of("scheduled"));
        now("Scheduled");
        assertThat(platforms()).hasText("harbor-valley-bluesky: Scheduled");
        console.gate.has(held.getDraft(), DeliveryState.PREPARED, Optional.empty());
        now("Publishing");
        assertThat(platforms()).hasText("harbor-valley-bluesky: Publishing");
        console.gate.has(held.getDraft(), DeliveryState.PUBLISHED, Optional.empty());
        assertThat(platforms()).hasText("harbor-valley-bluesky: Published");
        assertThat(ana.locator(".steps li").last()).hasClass("step-done");
        assertThat(ana.locator(".steps li").last()).hasText(Pattern.compile("Published.*"));

        assertThat(ana.evaluate("window.opened")).as("never loaded again").isEqualTo("once");
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void whatThePlatformRefusedStopsThereAndWasApprovedBefore() {
        Held held = Sample.draft(POST, "The fair opens on Saturday.", console.clock.instant())
                .held();
        console.pipeline.held(held);
        mara.navigate(console.address("/posts/" + POST));
        approve();
        assertThat(mara.locator("h1")).containsText("Approved by mara");
        console.clock.advance(Duration.ofSeconds(31));
        console.pipeline.submitted(another());
        console.gate.has(held.getDraft(), DeliveryState.SCHEDULED, Optional.of("scheduled"));
        ana.navigate(console.address("/posts/" + POST));
        now("Scheduled");

        console.gate.has(held.getDraft(), DeliveryState.REJECTED, Optional.of("the account is not there"));
        assertThat(ana.locator(".step-stop")).hasText(Pattern.compile("Refused by the platform.*"));
        assertThat(ana.locator(".step-done").last()).hasText(Pattern.compile("Approved.*"));
    }

    @Test
    void whatExpiredInTheQueueSaysWhatToDoAndCanNotGoOutAnyMore() {
        console.pipeline.held(Sample.draft(POST, "The fair begins at noon.", console.clock.instant())
                .until(console.clock.instant().plus(Duration.ofMinutes(10)))
                .held());
        ana.navigate(console.address("/posts/" + POST));
        now("Waiting");

        console.clock.advance(Duration.ofMinutes(11));
        console.pipeline.submitted(another());

        assertThat(ana.locator(".step-stop")).hasText(Pattern.compile("Expired.*"));
        assertThat(ana.locator(".journey-now")).containsText("Hand in a new revision with a later time.");
        assertThat(console.pipeline.events(POST)).containsExactly("OPENED", "EXPIRED");
        ana.reload();
        assertThat(button(ana, "Edit and hand in again")).isVisible();
    }

    /** With it, time goes on in the review. */
    private Draft another() {
        return Sample.draft(Sample.id(62), "The gift shop opens at nine.", console.clock.instant())
                .draft();
    }

    private void approve() {
        mara.keyboard().press("a");
        button(mara, "Approve revision 1").click();
    }

    private void now(String word) {
        assertThat(ana.locator(".step-now")).hasText(Pattern.compile(word + ".*"));
    }

    private Locator platforms() {
        return ana.locator("#journey .chips li");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
