package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of authorizations, by forms alone. */
@BrowserTest
class AuthorizationsBrowserTest {
    /** SHA-256 of the file that {@link #upload()} chooses. */
    private static final String SIGNED_HASH = "4a3cdfae6f291c8f544daea5b72905cf9e74c1ed427d831ad0d7ca00c73c794d";

    private final ConsoleUnderTest console;

    private BrowserContext plain;
    private Page page;

    AuthorizationsBrowserTest(@TempDir Path folder) throws SQLException {
        console = new ConsoleUnderTest(folder);
    }

    @BeforeEach
    void open(Browser browser) {
        plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page = plain.newPage();
    }

    @AfterEach
    void close() throws SQLException {
        plain.close();
        console.close();
    }

    @Test
    void theRegisterIsSearchedByPersonScopePlatformAndState() {
        console.signIn(page.context(), "mara");
        page.navigate(console.address("/authorizations"));
        Locator rows = page.locator(".found > li");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("Ends soon");
        find("words", "garrick");
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("Milo Garrick");
        find("words", "rehabilitation");
        assertThat(rows).containsText("Rosalind Thorne");
        find("words", "");
        page.locator("select[name=platform]").selectOption("x");
        page.locator("select[name=state]").selectOption("holds");
        button("Find");
        assertThat(rows).containsText("A-102");
        page.locator("select[name=state]").selectOption("revoked");
        button("Find");
        assertThat(page.locator(".empty")).containsText("None fits");
    }

    @Test
    void oneIsRecordedWithEveryElementAndOnlyTheHashOfTheForm() {
        console.signIn(page.context(), "root");
        page.navigate(console.address("/authorizations/new"));
        fill("id", "A-101");
        fill("person", "Patient 4711");
        page.locator("textarea[name=scope]").fill("his words about the new knee");
        fill("disclosedBy", "Harbor Valley Health");
        fill("recipients", "the public on the platforms named");
        fill("purpose", "marketing");
        page.locator("input[name=platform][value=bluesky]").check();
        fill("signedOn", "2026-11-20");
        page.locator("textarea[name=people]").fill("Nurse Ode\nHis daughter");
        upload();
        button("Record it");
        assertThat(page.locator(".notice.refused")).containsText("Say when it ends");
        fill("expires", "2027-11-20");
        upload();
        button("Record it");
        assertThat(page.locator(".notice.refused")).containsText("There is an authorization under this id");
        fill("id", "A-103");
        upload();
        button("Record it");
        assertThat(page.locator(".notice.done")).hasText("It is recorded.");
        assertThat(page.locator(".pairs")).containsText("Nurse Ode, His daughter");
        assertThat(page.locator(".pairs")).containsText(SIGNED_HASH);
        assertThat(console.administration.deeds(0, 1))
                .extracting(Deed::kind, Deed::actor, Deed::subject)
                .containsExactly(tuple(Deed.Kind.AUTHORIZATION_ADDED, "root", "A-103"));
    }

    @Test
    void aRevocationSaysBeforeWhatWillHappenAndThenFollowsIt() {
        Published.fill(console);
        console.signIn(page.context(), "mara");
        page.navigate(console.address("/authorizations/one?id=A-101"));
        assertThat(page.locator(".resting > li")).hasCount(5);
        page.locator("#revoke").click();
        assertThat(page.locator(".effects")).containsText("1 post that has not gone out will be cancelled.");
        assertThat(page.locator(".effects")).containsText("1 post that is live will be taken down");
        assertThat(page.locator(".effects")).containsText("2 posts need a person");
        page.locator("textarea[name=reason]").fill("By letter, received today.");
        button("Revoke it now");
        assertThat(page.locator("main")).containsText("By mara");
        assertThat(page.locator("main")).containsText("By letter, received today.");
        assertThat(page.locator(".effects")).containsText("2 posts need a person: see below what to do.");
        assertThat(page.locator("#revoke")).hasCount(0);
        assertThat(console.administration.deeds(0, 1))
                .extracting(Deed::kind, Deed::reason)
                .containsExactly(tuple(Deed.Kind.AUTHORIZATION_REVOKED, "By letter, received today."));
    }

    @Test
    void authorsAndAuditorsSeeNothingOfIt(Browser browser) {
        for (String person : new String[] {"ana", "ines"}) {
            try (BrowserContext theirs = browser.newContext()) {
                console.signIn(theirs, person);
                for (String path : new String[] {
                    "/authorizations",
                    "/authorizations/new",
                    "/authorizations/one?id=A-101",
                    "/authorizations/revoke?id=A-101",
                    "/v1/authorizations",
                    "/v1/authorizations/A-101"
                }) {
                    assertThat(theirs.request().get(console.address(path)).status())
                            .as(person + " on " + path)
                            .isEqualTo(403);
                }
            }
        }
    }

    private void fill(String name, String value) {
        page.locator("input[name=" + name + "]").fill(value);
    }

    private void upload() {
        page.locator("input[name=form]")
                .setInputFiles(
                        new FilePayload("form.pdf", "application/pdf", "signed".getBytes(StandardCharsets.UTF_8)));
    }

    private void find(String name, String value) {
        page.locator("input[name=" + name + "]").fill(value);
        button("Find");
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
