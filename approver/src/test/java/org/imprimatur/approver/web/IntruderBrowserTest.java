package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.kit.identity.KeyScope;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.testkit.browser.BrowserTest;
import org.imprimatur.testkit.browser.PageFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another site, a planted cookie or a text with code in it could do in a real browser. */
@BrowserTest
class IntruderBrowserTest {
    private static final List<String> CODE = List.of(
            "<script>window.owned=1</script>",
            "\"><img src=x onerror=window.owned=1>",
            "'><svg onload=window.owned=1>",
            "</textarea><script>window.owned=1</script>",
            "javascript:window.owned=1",
            "{{constructor.constructor('window.owned=1')()}}");

    private final ConsoleUnderTest console;

    IntruderBrowserTest(@TempDir Path folder) throws Exception {
        console = new ConsoleUnderTest(folder);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void codeInAnyFieldIsShownAndNeverRun(Browser browser) {
        String all = String.join(" ", CODE);
        console.pipeline.held(Sample.draft(Queueful.STORY, all, console.clock.instant())
                .author("ana")
                .answers(all)
                .picture(all)
                .finding("PERSON_NAME", CODE.get(0), all)
                .rule(Severity.HIGH, Action.HOLD, "PATIENT_IDENTIFIER", all, all, all, 0)
                .held());
        console.administration.save(
                new AccountCard("main", "bluesky", line(all), line(all), "", "UTC", Optional.of(line(all))),
                new Deed("1", Deed.Kind.FROZEN, "root", "main", all, all, console.clock.instant()));
        console.keys.create(new KeyScope(
                "web", Set.of("author"), line(all).substring(0, 80), KeyScope.EVERY_ROUTE, Optional.empty()));
        look(browser, "mara", "/queue", "/posts/" + Queueful.STORY, "/posts/" + Queueful.STORY + "/history");
        look(browser, "ana", "/posts", "/posts/" + Queueful.STORY);
        look(browser, "root", "/admin/accounts", "/admin/keys", "/admin/events");
    }

    @Test
    void codeInAnAuthorizationIsShownAndNeverRun(Browser browser) {
        String all = String.join(" ", CODE);
        console.registered.has(Authorization.newBuilder()
                .setAuthorizationId("A-500")
                .setPersonName(all)
                .setScope(all)
                .setDisclosedBy(all)
                .setRecipients(all)
                .setPurpose(all)
                .setPlatforms(List.of("bluesky", all))
                .setExpiryEvent(all)
                .setRepresentative(all)
                .setPeople(List.of(all))
                .setRevokedAt(console.clock.instant())
                .setRevokedBy("mara")
                .setRevokedBecause(all)
                .build());
        console.gate.has(
                Sample.draft(Sample.id(41), all, console.clock.instant())
                        .under("A-500")
                        .draft(),
                DeliveryState.REJECTED,
                Optional.of(all));
        String delivery = Asked.encoded(GateUnderTest.id(41));
        lookAtCode(
                browser,
                "mara",
                "/authorizations",
                "/authorizations/one?id=A-500",
                "/publishing",
                "/publishing/delivery?id=" + delivery,
                "/history",
                "/posts/" + Sample.id(41));
    }

    @Test
    void codeInACommentASavedViewAndADraftInWritingIsShownAndNeverRun(Browser browser) {
        Queueful.fill(console);
        String all = String.join(" ", CODE);
        String post = "/posts/" + Queueful.CLAIM;
        String writing = "/compose/" + new UUID(7, 7);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            console.signIn(page, "mara");
            page.navigate(console.address("/queue?words=Harbor"));
            page.getByText("Saved views").click();
            page.locator("input[name=name]").first().fill(CODE.get(0));
            page.getByText("Keep this view").click();
            page.navigate(console.address(post));
            String comment = post + "/decisions";
            assertThat(send(page, comment, "kind", "comment", "words", all)).isEqualTo(303);
        }
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            console.signIn(page, "ana");
            page.navigate(console.address("/compose"));
            assertThat(send(page, writing, "text", all, "kind", "reply", "inReplyTo", all, "variant.bluesky", all))
                    .isEqualTo(303);
        }
        lookAtCode(browser, "mara", "/queue", post, post + "/history");
        lookAtCode(browser, "ana", "/compose", writing);
    }

    @Test
    void codeInADraftOfRulesIsShownAndNeverRun(Browser browser) {
        List<String> words = CODE.stream().map(code -> code.replace(' ', '/')).toList();
        String pack = "version: " + words.get(0) + "\n"
                + words.stream().map(word -> "hold: " + word + "\n").collect(Collectors.joining());
        console.pipeline.held(Sample.draft(Queueful.STORY, String.join(" ", words), console.clock.instant())
                .held());
        String draft = "/policies/drafts/pia";
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            console.signIn(context, "pia");
            page.navigate(console.address(draft));
            assertThat(send(page, draft, "pack", pack)).isEqualTo(303);
            assertThat(send(page, draft + "/try")).isEqualTo(303);
            page.navigate(console.address(draft));
            page.locator(".figures").waitFor();
        }
        lookAtCode(browser, "pia", "/policies", draft);
        lookAtCode(browser, "vera", "/policies", draft);
        String version;
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            console.signIn(context, "vera");
            page.navigate(console.address(draft));
            String fingerprint = console.administration.policyDrafts().get(0).fingerprint();
            String why = String.join(" ", CODE);
            assertThat(send(page, draft + "/publish", "fingerprint", fingerprint, "reason", why))
                    .isEqualTo(303);
            page.navigate(console.address("/policies"));
            version = page.locator("#now a").getAttribute("href");
        }
        lookAtCode(browser, "vera", "/policies", version);
        lookAtCode(browser, "root", "/policies", version, "/admin/events");
    }

    /** Sends the fields with those that the page's first form carries of itself; the status. */
    private int send(Page page, String path, String... fields) {
        FormData form = FormData.create();
        for (String name : List.of("_csrf", "command", "revision", "content", "window", "base")) {
            Locator carried = page.locator("input[name=" + name + "]");
            if (carried.count() > 0) {
                form.set(name, carried.first().inputValue());
            }
        }
        for (int field = 0; field < fields.length; field += 2) {
            form.set(fields[field], fields[field + 1]);
        }
        return page.request()
                .post(
                        console.address(path),
                        RequestOptions.create().setForm(form).setMaxRedirects(0))
                .status();
    }

    @Test
    void codeInAnAddressOrAFormIsShownAndNeverRun(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            console.signIn(page, "root");
            for (String code : CODE) {
                String encoded = java.net.URLEncoder.encode(code, StandardCharsets.UTF_8);
                page.navigate(console.address("/history?post=" + encoded));
                page.navigate(console.address("/sign-in?next=" + encoded));
                page.navigate(console.address("/admin/accounts?edit=" + encoded));
                page.navigate(console.address("/admin/people"));
                page.locator("section input[name=id]").first().fill(code);
                page.locator("section input[name=roles]").fill(code);
                page.getByText("Add and show the password").click();
                assertThat(page.evaluate("window.owned")).as(code).isNull();
            }
        }
    }

    @Test
    void anotherSitesFormIsRefusedThoughTheBrowserSendsTheCookie(Browser browser) throws Exception {
        Queueful.fill(console);
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] form = """
            <!doctype html><form method="post" action="%s">
            <input name="id" value="*"><input name="reason" value="mine"><button>Win a prize</button></form>\
            """.formatted(console.address("/admin/accounts/freeze")).getBytes(StandardCharsets.UTF_8);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, form.length);
            exchange.getResponseBody().write(form);
            exchange.close();
        });
        elsewhere.start();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            console.signIn(page.context(), "root");
            page.navigate("http://localhost:" + elsewhere.getAddress().getPort() + "/");
            page.getByText("Win a prize").click();

            page.getByText(Pattern.compile("came from another site|out of date"))
                    .first()
                    .waitFor();
            assertThat(console.administration.accounts()).isEmpty();
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void ourOwnFormWithoutTheSessionsTokenIsRefused(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            console.signIn(context, "root");
            for (String path :
                    List.of("/admin/people", "/admin/keys", "/admin/accounts/freeze", "/sign-out/everywhere")) {
                APIResponse answer = context.request()
                        .post(
                                console.address(path),
                                RequestOptions.create()
                                        .setForm(
                                                FormData.create().set("id", "*").set("_csrf", "guess")));
                assertThat(answer.status()).as(path).isEqualTo(403);
            }
        }
    }

    @Test
    void aPlantedSessionIsNotTheOneAfterSigningIn(Browser browser) {
        try (BrowserContext victims = browser.newContext();
                BrowserContext intruders = browser.newContext()) {
            Cookie planted = new Cookie("imprimatur", "chosen-by-the-intruder").setUrl(console.address("/"));
            victims.addCookies(List.of(planted));
            intruders.addCookies(List.of(planted));

            console.signInByForm(victims.newPage(), "mara");

            assertThat(victims.cookies()).noneMatch(cookie -> cookie.value.equals(planted.value));
            Page intruder = intruders.newPage();
            intruder.navigate(console.address("/queue"));
            assertThat(intruder.locator("h1").textContent()).isEqualTo("Sign in");
        }
    }

    @Test
    void aSessionOfBeforeIsOverAfterSigningInAgainAndAfterSigningOutEverywhere(Browser browser) {
        try (BrowserContext one = browser.newContext();
                BrowserContext two = browser.newContext()) {
            Page first = one.newPage();
            console.signInByForm(first, "mara");
            Page second = two.newPage();
            console.signInByForm(second, "mara");

            String csrf = first.locator("input[name=_csrf]").first().inputValue();
            one.request()
                    .post(
                            console.address("/sign-out/everywhere"),
                            RequestOptions.create().setForm(FormData.create().set("_csrf", csrf)));

            second.navigate(console.address("/queue"));
            assertThat(second.locator("h1").textContent()).isEqualTo("Sign in");
        }
    }

    @Test
    void wherePostsAreShownNothingIsKept(Browser browser) {
        Queueful.fill(console);
        try (BrowserContext context = browser.newContext()) {
            console.signIn(context, "mara");
            for (String path :
                    List.of("/queue", "/posts/" + Queueful.STORY, "/v1/cases", "/v1/cases/" + Queueful.STORY)) {
                assertThat(context.request().get(console.address(path)).headers())
                        .as(path)
                        .containsEntry("cache-control", "no-store");
            }
        }
    }

    private void look(Browser browser, String person, String... paths) {
        look(browser, person, false, List.of(paths));
    }

    /** On each of these pages the code can be read. */
    private void lookAtCode(Browser browser, String person, String... paths) {
        look(browser, person, true, List.of(paths));
    }

    private void look(Browser browser, String person, boolean shown, List<String> paths) {
        try (BrowserContext context = browser.newContext()) {
            PageFaults faults = PageFaults.of(context);
            Page page = context.newPage();
            List<String> dialogs = new ArrayList<>();
            page.onDialog(dialog -> dialogs.add(dialog.message()));
            console.signIn(page, person);
            for (String path : paths) {
                page.navigate(console.address(path));
                assertThat(page.evaluate("window.owned")).as(path).isNull();
                if (shown) {
                    assertThat(page.locator("main").innerHTML()).as(path).contains("script&gt;window.owned=1");
                }
                assertThat(page.locator("main script, main svg[onload], main img[onerror], main [href^='javascript:']")
                                .count())
                        .as(path)
                        .isZero();
                assertThat(faults.seen()).as(path).isEmpty();
            }
            assertThat(dialogs).isEmpty();
        }
    }

    private static String line(String text) {
        return text.substring(0, Math.min(text.length(), 190));
    }
}
