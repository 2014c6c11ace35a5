package org.imprimatur.kit.identity;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.imprimatur.kit.identity.SignInWays.Local;
import org.imprimatur.kit.oidc.Provider;
import org.imprimatur.kit.oidc.ProviderSettings;
import org.imprimatur.kit.oidc.RoleClaim;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.web.Front;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;

/** A program that lets a real (mock) provider sign people in, and a browser that follows no redirect by itself. */
final class ProviderUnderTest implements AutoCloseable {

    static final String CLIENT = "imprimatur";
    static final String AUDIENCE = "imprimatur-api";
    static final String ISSUER = "staff";

    final MockOAuth2Server provider = new MockOAuth2Server();
    final SteppedClock clock = new SteppedClock();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final int port = freePort();
    private final WebServer server;

    /** An answer with its cookies, as {@code name=value}. */
    record Answer(int status, String location, String cookie, String body) {}

    ProviderUnderTest(Path folder) {
        provider.start();
        ProviderSettings settings = new ProviderSettings(
                URI.create(provider.issuerUrl(ISSUER).toString()),
                CLIENT,
                Optional.of(Secret.of("between us")),
                URI.create(address("/")),
                List.of("openid"),
                "sub",
                RoleClaim.parse("roles", ""),
                Optional.of(AUDIENCE));
        LocalAccounts accounts = new LocalAccounts(folder.resolve("accounts.yaml"));
        Sessions sessions = new Sessions(IdentityFile.at(folder.resolve("sessions.sqlite")), clock);
        Access access = new Access(
                accounts,
                new ApiKeys(folder.resolve("keys.yaml")),
                sessions,
                new SignInWays(Local.OFF, Optional.of(new Provider(settings))),
                new Limits(1000, 1000, 30),
                clock);
        server = new WebServer(
                new WebSettings("127.0.0.1", port, 4096, Front.DIRECT),
                access,
                List.of(new Pages(access)),
                List.of(),
                new SimpleMeterRegistry());
        server.start();
    }

    private record Pages(Access access) implements Routes {

        @Override
        public void mount(RoutesConfig routes) {
            routes.post(
                    "/sign-in",
                    context -> context.result(access.signIn(context, "ana", "x").id()));
            routes.get(
                    "/sign-in/provider",
                    context -> context.redirect(
                            access.beginAtProvider(context, "/queue").toString(), HttpStatus.SEE_OTHER));
            routes.get(
                    "/sign-in/callback",
                    context -> context.redirect(access.completeAtProvider(context), HttpStatus.SEE_OTHER));
            routes.post(
                    "/sign-out",
                    context -> context.result(
                            access.signOut(context).map(URI::toString).orElse("")));
            routes.get("/csrf", context -> context.result(access.csrf(context)));
            routes.get(
                    "/v1/who", context -> context.result(access.require(context).toString()));
            routes.get(
                    "/v1/review",
                    context ->
                            context.result(access.require(context, "reviewer").id()));
        }
    }

    /** The next token that the provider issues speaks for this person. */
    void nextIs(String subject, String... roles) {
        nextIs(subject, Map.of("roles", List.of(roles)));
    }

    void nextIs(String subject, Map<String, Object> claims) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of(CLIENT), claims, 300));
    }

    String token(String subject, String audience, long lifeSeconds, String... roles) {
        return provider.issueToken(
                        ISSUER,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                ISSUER,
                                subject,
                                "JWT",
                                List.of(audience),
                                Map.of("roles", List.of(roles)),
                                lifeSeconds))
                .serialize();
    }

    /** The whole way of an honest browser; returns the session's cookie. */
    String signIn(String subject, String... roles) {
        nextIs(subject, roles);
        Answer begun = get("/sign-in/provider", "");
        Answer back = visit(begun.location());
        Answer arrived = get(pathOf(back.location()), begun.cookie());
        if (arrived.status() != 303) {
            throw new IllegalStateException("not signed in: " + arrived);
        }
        return arrived.cookie();
    }

    Answer get(String path, String cookie, String... headers) {
        return send(request(address(path), cookie, headers).GET());
    }

    Answer post(String path, String form, String cookie) {
        return send(request(address(path), cookie, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** An address of the provider's. */
    Answer visit(String address) {
        return send(request(address, "").GET());
    }

    static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static HttpRequest.Builder request(String address, String cookie, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String cookie = response.headers().allValues("Set-Cookie").stream()
                    .map(each -> each.split(";", 2)[0])
                    .filter(each -> !each.endsWith("="))
                    .findFirst()
                    .orElse("");
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    cookie,
                    response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    @Override
    public void close() {
        server.close();
        provider.shutdown();
    }
}
