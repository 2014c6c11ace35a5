package org.imprimatur.approver.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipFile;
import org.imprimatur.approver.cli.VerifyAuditCommand;
import org.imprimatur.testkit.browser.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What auditors find, read and take away, without JavaScript. */
@BrowserTest
class AuditBrowserTest {
    private static final String ACCOUNT = "harbor-valley-bluesky";

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private BrowserContext plain;
    private Page page;

    @BeforeEach
    void decideOneAndSignIn(Browser browser) throws SQLException {
        console = new ConsoleUnderTest(folder);
        Queueful.fill(console);
        try (BrowserContext maras = browser.newContext()) {
            Page mara = maras.newPage();
            console.signIn(mara.context(), "mara");
            mara.navigate(console.address("/posts/" + Queueful.CLAIM));
            mara.keyboard().press("x");
            mara.locator("#reject-reason").fill("=Nobody measured \"this\".");
            mara.locator("#reject-note").fill("Seen before.");
            mara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reject revision 1"))
                    .click();
            assertThat(mara.locator("h1")).hasText("Rejected by mara");
        }
        plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page = plain.newPage();
        console.signIn(page, "ines");
    }

    @AfterEach
    void close() throws SQLException {
        plain.close();
        console.close();
    }

    @Test
    void aPostIsFoundByItsWordsAndTheAccountHasAHistory() {
        assertThat(page).hasURL(console.address("/history"));
        page.locator("input[name=words]").fill("safest oregon");
        button("Find");
        assertThat(page.locator(".found > li")).hasCount(1);
        page.locator(".found a").click();
        assertThat(page.locator(".verified")).containsText("Chain verified. 2 events");
        assertThat(page.locator(".timeline")).containsText("Seen before.");

        page.navigate(console.address("/history?account=" + ACCOUNT));
        page.getByText("Everything on " + ACCOUNT).click();
        assertThat(page.locator(".timeline > li")).hasCount(5);
        assertThat(page.locator(".timeline > li").first()).containsText("mara rejected it");
        page.navigate(console.address("/history?from=2026-11-23"));
        assertThat(page.locator(".empty")).containsText("No post fits");
    }

    @Test
    void everyEventSaysWhoWhatWhenUnderWhichPolicyAndAChangedChainIsSaid() {
        page.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        Locator last = page.locator(".timeline > li").last();
        assertThat(last).containsText("mara rejected it");
        assertThat(last.locator("time")).containsText("22 Nov 2026");
        assertThat(last).containsText("as reviewer");
        assertThat(last).containsText("rests on us.unsubstantiated-claim.1");
        assertThat(last).containsText("policy healthcare-us 2026-11, engine 0.1.0");
        assertThat(page.locator(".verified")).isVisible();

        assertThat(console.pipeline.<Boolean>read(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("UPDATE events SET event ="
                                + " unhex(replace(hex(event), hex('Seen before.'), hex('Never seen..')))");
                    }
                    connection.commit();
                    return true;
                }))
                .isTrue();
        page.reload();
        assertThat(last).containsText("Never seen..");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The chain does not verify.");
        assertThat(page.locator(".verified")).hasCount(0);
    }

    @Test
    void thePacketOfAPostAndOfAnAccountVerifiesOffline() throws IOException {
        page.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        assertThat(page.locator(".key")).containsText("SHA-256");
        Path key = download("/history/key.pem", "key.pem");
        for (String address : new String[] {
            "/posts/" + Queueful.CLAIM + "/evidence.zip", "/history/accounts/" + ACCOUNT + "/evidence.zip"
        }) {
            Path packet = download(address, "packet.zip");
            assertThat(verify(packet, "--key", key.toString())).as(address).isZero();
            try (ZipFile zip = new ZipFile(packet.toFile())) {
                assertThat(text(zip, "revisions.jsonl")).contains("the safest hospital in Oregon");
                assertThat(text(zip, "verdicts.jsonl")).contains("UNSUBSTANTIATED_CLAIM");
                assertThat(text(zip, "history.jsonl")).contains("Seen before.");
            }
            byte[] changed = Files.readAllBytes(packet);
            changed[changed.length / 2] ^= 1;
            Files.write(packet, changed);
            assertThat(verify(packet, "--key", key.toString()))
                    .as("a changed packet")
                    .isNotZero();
        }
        Path lines = download("/posts/" + Queueful.CLAIM + "/history.jsonl", "history.jsonl");
        assertThat(verify(lines)).isZero();
    }

    @Test
    void anAccountIsNarrowedByDaysAndTooManyPostsAreSaid() throws IOException {
        String packets = "/history/accounts/" + ACCOUNT + "/evidence.zip";
        page.navigate(console.address("/history/accounts/" + ACCOUNT));
        page.getByLabel("From").fill("2026-11-22");
        page.getByLabel("Until").fill("2026-11-22");
        Path all = page.waitForDownload(() -> button("Evidence packet")).path();
        assertThat(verify(all)).isZero();
        try (ZipFile zip = new ZipFile(all.toFile())) {
            assertThat(text(zip, "revisions.jsonl")).contains("the safest hospital in Oregon");
            assertThat(text(zip, "manifest.json")).contains(ACCOUNT + " from 2026-11-22 until 2026-11-22");
        }
        Path none = download(packets + "?from=2026-11-23", "none.zip");
        assertThat(verify(none)).isZero();
        try (ZipFile zip = new ZipFile(none.toFile())) {
            assertThat(text(zip, "revisions.jsonl")).isEmpty();
        }
        assertThat(plain.request()
                        .get(console.address(packets + "?from=yesterday"))
                        .status())
                .isEqualTo(400);

        boolean filled = console.pipeline.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 100000)
                    INSERT INTO posts (post_id, newest, submitted_at, account, author)
                    SELECT 'many-' || i, 1, 1, 'harbor-valley-bluesky', 'ana' FROM n\
                    """);
            }
            connection.commit();
            return true;
        });
        assertThat(filled).isTrue();
        APIResponse refused = plain.request().get(console.address(packets));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("more than 100000 posts").contains("choose days");
        assertThat(plain.request()
                        .get(console.address(packets + "?from=2026-11-22"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePacketHoldsTheAuthorizationAndWhatWasAskedAndAChangedWordOfItIsFound() throws IOException {
        Published.fill(console);
        String post = Sample.id(Published.LIVE);
        try (BrowserContext maras = plain.browser().newContext()) {
            Page ask = maras.newPage();
            console.signIn(ask.context(), "mara");
            ask.navigate(console.address("/publishing/ask?kind=take_down&id=" + GateUnderTest.id(Published.LIVE)));
            ask.locator("textarea[name=reason]").fill("The date was wrong.");
            ask.locator("button.danger").click();
            ask.locator(".notice.done").waitFor();
        }
        Path packet = download("/posts/" + post + "/evidence.zip", "packet.zip");
        assertThat(verify(packet)).isZero();
        try (ZipFile zip = new ZipFile(packet.toFile())) {
            assertThat(text(zip, "authorizations.jsonl")).contains("\"personName\":\"Rosalind Thorne\"");
            assertThat(text(zip, "delivery-commands.jsonl"))
                    .contains("\"kind\":\"TAKE_DOWN\"", "\"id\":\"mara\"", "The date was wrong.");
        }
        for (String part : new String[] {"authorizations.jsonl", "delivery-commands.jsonl"}) {
            Path changed = download("/posts/" + post + "/evidence.zip", part + ".zip");
            try (FileSystem zip = FileSystems.newFileSystem(changed)) {
                Path file = zip.getPath(part);
                Files.writeString(
                        file, Files.readString(file).replace("mara", "nora").replace("Thorne", "Thorn"));
            }
            assertThat(verify(changed)).as(part).isEqualTo(1);
        }
    }

    @Test
    void theTableHoldsNoFormulaAndThePrintedPageEveryHash() throws IOException {
        String table = Files.readString(download("/posts/" + Queueful.CLAIM + "/history.csv", "history.csv"));
        assertThat(table).contains("\"'=Nobody measured \"\"this\"\".\"").contains("\"REJECTED\"");
        page.navigate(console.address("/posts/" + Queueful.CLAIM + "/history"));
        assertThat(page.locator(".print-only").first()).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".print-only").first()).isVisible();
        assertThat(page.locator(".bar nav")).isHidden();
    }

    @Test
    void whatColleaguesNotedLeavesNeitherToItsAuthorNorInAPacketOfTheirs(Browser browser) {
        try (BrowserContext hers = browser.newContext()) {
            console.signIn(hers, "ana");
            String post = console.address("/posts/" + Queueful.CLAIM);
            assertThat(hers.request().get(post + "/history.csv").text())
                    .contains("Nobody measured")
                    .doesNotContain("Seen before.");
            assertThat(hers.request().get(post + "/evidence.zip").status()).isEqualTo(403);
            assertThat(hers.request().get(post + "/history.jsonl").status()).isEqualTo(403);
            assertThat(hers.request().get(console.address("/history/key.pem")).status())
                    .isEqualTo(403);
        }
        try (BrowserContext theos = browser.newContext()) {
            console.signIn(theos, "theo");
            assertThat(theos.request()
                            .get(console.address("/posts/" + Queueful.OWN + "/evidence.zip"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private Path download(String address, String name) throws IOException {
        return Files.write(
                folder.resolve(name),
                plain.request().get(console.address(address)).body());
    }

    private static int verify(Path file, String... more) {
        CommandLine command = new CommandLine(new VerifyAuditCommand());
        String[] arguments = new String[more.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return command.execute(arguments);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
