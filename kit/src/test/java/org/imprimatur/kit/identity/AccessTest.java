package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.web.Front;
import org.imprimatur.kit.web.Requests;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock();
    private Fixture fixture = Fixture.NONE;

    private record Fixture(
            Optional<Access> access,
            Optional<WebServer> server,
            Optional<Requests> requests,
            Secret password,
            Secret key) {

        static final Fixture NONE =
                new Fixture(Optional.empty(), Optional.empty(), Optional.empty(), Secret.of("none"), Secret.of("none"));
    }

    private record Pages(Access access) implements Routes {

        @Override
        public void mount(RoutesConfig routes) {
            routes.post("/sign-in", this::signIn);
            routes.post("/sign-out", access::signOut);
            routes.get("/csrf", context -> context.result(access.csrf(context)));
            routes.get(
                    "/v1/who", context -> context.result(access.require(context).id()));
            routes.get(
                    "/v1/review",
                    context -> context.result(
                            access.require(context, "reviewer", "administrator").id()));
            routes.post(
                    "/v1/act",
                    context -> context.result(access.require(context, "author").id()));
        }

        private void signIn(Context context) {
            Identity identity = access.signIn(
                    context,
                    Optional.ofNullable(context.formParam("name")).orElse(""),
                    Optional.ofNullable(context.formParam("password")).orElse(""));
            context.result(identity.id());
        }
    }

    @BeforeEach
    void start() {
        LocalAccounts accounts = new LocalAccounts(accountsFile());
        ApiKeys keys = new ApiKeys(folder.resolve("keys.yaml"));
        Access access = new Access(accounts, keys, new Sessions(clock), SignInWays.LOCAL_ONLY, Limits.DEFAULT, clock);
        WebServer server = server(access, Front.DIRECT);
        server.start();
        fixture = new Fixture(
                Optional.of(access),
                Optional.of(server),
                Optional.of(new Requests(server)),
                accounts.create("author-1", Set.of("author")),
                keys.create("website", Set.of("author")));
    }

    @AfterEach
    void stop() {
        fixture.server().ifPresent(WebServer::close);
    }

    @Test
    void whoIsNobodyIsAskedToSignIn() {
        HttpResponse<String> answer = ask().get("/v1/who");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aProgramIsKnownByItsKeyAndNeedsNoToken() {
        assertThat(ask().get("/v1/who", "Authorization", bearer()).body()).isEqualTo("website");
        assertThat(ask().post("/v1/act", "", "Authorization", bearer()).body()).isEqualTo("website");
    }

    @Test
    void aWrongKeyIsNobodyEvenBesideAGoodCookie() {
        String cookie = signIn();

        assertThat(ask().get("/v1/who", "Authorization", "Bearer imp_wrong", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask().post("/v1/act", "", "Authorization", "Bearer imp_wrong", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aMissingRoleIsForbidden() {
        assertThat(ask().get("/v1/review", "Authorization", bearer()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPersonIsKnownByTheSessionAfterSigningIn() {
        assertThat(ask().get("/v1/who", "Cookie", signIn()).body()).isEqualTo("author-1");
    }

    @Test
    void theCookieIsForThisSiteOnlyAndOutOfReachOfScripts() {
        HttpResponse<String> answer =
                ask().postForm("/sign-in", form(fixture.password().reveal()));

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("imprimatur=")
                .contains("Path=/")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void overHttpsTheCookieIsBoundToTheHostAndNeverSentInTheClear() {
        try (WebServer server = server(fixture.access().orElseThrow(), Front.PROXY)) {
            server.start();
            HttpResponse<String> answer = new Requests(server)
                    .postForm("/sign-in", form(fixture.password().reveal()), "X-Forwarded-Proto", "https");

            assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-imprimatur=")
                    .contains("Secure")
                    .contains("Path=/")
                    .doesNotContain("Domain");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void withoutAProxyInFrontNobodyIsBelievedAboutHttps() {
        HttpResponse<String> answer =
                ask().postForm("/sign-in", form(fixture.password().reveal()), "X-Forwarded-Proto", "https");

        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("imprimatur=");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void signingInGivesANewSessionAndEndsTheOldOne() {
        String before = signIn();
        String after = signIn("Cookie", before, Access.CSRF_HEADER, csrf(before));

        assertThat(after).isNotEqualTo(before);
        assertThat(ask().get("/v1/who", "Cookie", before).statusCode()).isEqualTo(401);
        assertThat(ask().get("/v1/who", "Cookie", after).statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionHereAndInTheBrowser() {
        String cookie = signIn();

        HttpResponse<String> answer = ask().postForm("/sign-out", "_csrf=" + csrf(cookie), "Cookie", cookie);

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("imprimatur=;", "Expires=Thu, 01 Jan 1970");
        assertThat(ask().get("/v1/who", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionThatIsOverIsNobody() {
        String cookie = signIn();

        clock.advance(Sessions.IDLE);

        assertThat(ask().get("/v1/who", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsRemovedLosesItsSession() throws java.io.IOException {
        String cookie = signIn();
        Files.writeString(accountsFile(), "{}\n");
        Files.setLastModifiedTime(accountsFile(), FileTime.fromMillis(1));

        assertThat(ask().get("/v1/who", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aFormOfTheSessionIsTakenWithItsToken() {
        String cookie = signIn();

        assertThat(ask().postForm("/v1/act", "_csrf=" + csrf(cookie), "Cookie", cookie)
                        .body())
                .isEqualTo("author-1");
        assertThat(ask().post("/v1/act", "", "Cookie", cookie, Access.CSRF_HEADER, csrf(cookie))
                        .body())
                .isEqualTo("author-1");
    }

    @Test
    void aRequestOfTheSessionWithoutItsTokenIsForbidden() {
        String cookie = signIn();

        assertThat(ask().post("/v1/act", "", "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(ask().postForm("/v1/act", "_csrf=wrong", "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(ask().postForm("/v1/act", "_csrf=" + csrf(signIn()), "Cookie", cookie)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void aRequestFromAnotherSiteIsForbiddenEvenWithTheToken(String site) {
        String cookie = signIn();

        HttpResponse<String> answer =
                ask().post("/v1/act", "", "Cookie", cookie, Access.CSRF_HEADER, csrf(cookie), "Sec-Fetch-Site", site);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void aRequestFromOurPagesIsTakenWithTheToken(String site) {
        String cookie = signIn();

        HttpResponse<String> answer =
                ask().post("/v1/act", "", "Cookie", cookie, Access.CSRF_HEADER, csrf(cookie), "Sec-Fetch-Site", site);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSiteCanNotSignAnybodyIn() {
        HttpResponse<String> answer =
                ask().postForm("/sign-in", form(fixture.password().reveal()), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        HttpResponse<String> wrong = ask().postForm("/sign-in", form("wrong"));
        HttpResponse<String> unknown = ask().postForm("/sign-in", "name=nobody&password=wrong");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void afterFiveFailuresTheRightPasswordWaitsToo() {
        for (int attempt = 0; attempt < SignInThrottle.FREE; attempt++) {
            assertThat(ask().postForm("/sign-in", form("wrong")).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> refused =
                ask().postForm("/sign-in", form(fixture.password().reveal()));
        clock.advance(Duration.ofSeconds(1));
        HttpResponse<String> taken =
                ask().postForm("/sign-in", form(fixture.password().reveal()));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(taken.statusCode()).isEqualTo(200);
    }

    private static WebServer server(Access access, Front front) {
        return new WebServer(
                new WebSettings("127.0.0.1", 0, 4096, front),
                access,
                List.of(new Pages(access)),
                List.of(),
                new SimpleMeterRegistry());
    }

    private Requests ask() {
        return fixture.requests().orElseThrow();
    }

    private String bearer() {
        return "Bearer " + fixture.key().reveal();
    }

    private String signIn(String... headers) {
        HttpResponse<String> answer =
                ask().postForm("/sign-in", form(fixture.password().reveal()), headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private String csrf(String cookie) {
        return ask().get("/csrf", "Cookie", cookie).body();
    }

    private Path accountsFile() {
        return folder.resolve("accounts.yaml");
    }

    private static String form(String password) {
        return "name=author-1&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }
}
