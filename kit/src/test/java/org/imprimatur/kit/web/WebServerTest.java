package org.imprimatur.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WebServerTest {

    private static final String CANARY = "canary-in-a-draft";
    private static final int MAX_BYTES = 2_000;
    private static final WebServer SERVER = new WebServer(
            new WebSettings("127.0.0.1", 0, MAX_BYTES, Front.DIRECT),
            context -> {},
            List.of(new Sample()),
            List.of(watched("one", Health.up())),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    private static final class Sample implements Routes {

        @Override
        public void mount(RoutesConfig routes) {
            routes.get("/v1/good", context -> context.json(Map.of("good", true)));
            routes.get("/page", context -> context.html("<p>good</p>"));
            routes.get("/v1/refused", context -> {
                throw new ProblemException(
                        Problem.of(
                                422,
                                "The draft has faults.",
                                List.of(new Problem.Fault("#/text", "is empty"), new Problem.Fault("#/id", "is long"))),
                        Map.of("Retry-After", "7"));
            });
            routes.get("/refused", context -> {
                throw ProblemException.of(403, "Not <you>.");
            });
            routes.get("/v1/broken", context -> {
                throw new IllegalStateException(CANARY);
            });
            routes.get("/broken", context -> {
                throw new IllegalStateException(CANARY);
            });
            routes.get("/v1/error", context -> {
                throw new StackOverflowError(CANARY);
            });
            routes.get("/v1/library", context -> {
                throw new BadRequestResponse(CANARY);
            });
            routes.post("/v1/echo", context -> context.result(context.body()));
            routes.post("/v1/json", context -> context.json(context.bodyAsClass(Map.class)));
        }

        @Override
        public List<Assets> assets() {
            return List.of(new Assets("/assets", "/sample-assets"));
        }
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/good",
                "/page",
                "/v1/refused",
                "/broken",
                "/v1/nowhere",
                "/nowhere",
                "/health/live",
                "/metrics"
            })
    void everyAnswerHasTheSafeHeaders(String path) {
        HttpResponse<String> answer = ask().get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'self'; ")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "strict-transport-security");
    }

    @Test
    void staticAssetsMayBeKeptAndAskedForAgain() {
        HttpResponse<String> first = ask().get("/assets/sample.css");
        HttpResponse<String> again = ask().get("/assets/sample.css", "If-None-Match", header(first, "ETag"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("color: navy");
        assertThat(header(first, "Content-Type")).startsWith("text/css");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aProblemIsWrittenAsTheStandardSays() {
        HttpResponse<String> answer = ask().get("/v1/refused");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "Retry-After")).isEqualTo("7");
        assertThat(answer.body())
                .isEqualTo("{\"status\":422,\"title\":\"Unprocessable Content\",\"detail\":\"The draft has faults.\","
                        + "\"errors\":[{\"pointer\":\"#/text\",\"detail\":\"is empty\"},"
                        + "{\"pointer\":\"#/id\",\"detail\":\"is long\"}]}");
    }

    @Test
    void aProblemWithoutFaultsHasNoErrors() {
        assertThat(ask().get("/v1/nowhere").body())
                .isEqualTo("{\"status\":404,\"title\":\"Not Found\",\"detail\":\"There is nothing at this address.\"}");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<String> answer = ask().post("/v1/good", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "Allow")).contains("GET");
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefused() {
        HttpResponse<String> answer = ask().post("/v1/echo", "x".repeat(MAX_BYTES + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aBodyThatAnnouncesNothingAndGrowsTooLargeIsRefused() {
        byte[] body = "x".repeat(MAX_BYTES * 4).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        HttpResponse<String> answer = ask().send(ask().request("/v1/echo")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyOfTheLargestSizeIsTaken() {
        assertThat(ask().post("/v1/echo", "x".repeat(MAX_BYTES)).body()).hasSize(MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/broken", "/broken", "/v1/error", "/v1/library"})
    void anExceptionsTextIsNeitherAnsweredNorLogged(String path) {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        try {
            HttpResponse<String> answer = ask().get(path);

            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain(CANARY).doesNotContain("IllegalState");
            assertThat(answer.headers().map().toString()).doesNotContain(CANARY);
            assertThat(logged.list).noneMatch(event -> text(event).contains(CANARY));
        } finally {
            root.detachAppender(logged);
        }
    }

    @Test
    void anUnexpectedFailureIsA500InEitherForm() {
        assertThat(ask().get("/v1/broken").statusCode()).isEqualTo(500);
        assertThat(header(ask().get("/v1/broken"), "Content-Type")).startsWith("application/problem+json");
        assertThat(ask().get("/broken").statusCode()).isEqualTo(500);
        assertThat(header(ask().get("/broken"), "Content-Type")).startsWith("text/html");
    }

    @Test
    void aBodyThatIsNotJsonIsA400WithoutItsText() {
        HttpResponse<String> answer = ask().post("/v1/json", "{" + CANARY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(CANARY);
    }

    @Test
    void peopleGetAPlainPageInWhichTextStaysText() {
        HttpResponse<String> answer = ask().get("/refused", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("<p>Not &lt;you&gt;.</p>");
    }

    @Test
    void whoAsksForJsonOutsideTheApiGetsAProblem() {
        HttpResponse<String> answer = ask().get("/refused", "Accept", "application/json");

        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aServiceMayShowProblemsOnItsOwnPageAndAFailingOneIsReplaced() {
        Routes pages = new Routes() {
            @Override
            public void mount(RoutesConfig routes) {
                // nothing to mount
            }

            @Override
            public Optional<ErrorPage> errorPage() {
                return Optional.of((context, problem) -> {
                    if (context.path().equals("/fails")) {
                        throw new IllegalStateException(CANARY);
                    }
                    context.html("our own " + problem.status());
                });
            }
        };
        WebServer server = new WebServer(
                new WebSettings("127.0.0.1", 0), context -> {}, List.of(pages), List.of(), new SimpleMeterRegistry());
        try (server) {
            server.start();
            Requests requests = new Requests(server);

            assertThat(requests.get("/nowhere").body()).isEqualTo("our own 404");
            assertThat(requests.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(requests.get("/fails").body()).contains("<h1>Not Found</h1>");
            assertThat(requests.get("/v1/nowhere").body()).startsWith("{");
            assertThat(requests.get("/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theGuardSeesEveryRequestFirst() {
        WebServer server = new WebServer(
                new WebSettings("127.0.0.1", 0),
                context -> {
                    throw ProblemException.of(403, "No.");
                },
                List.of(new Sample()),
                List.of(),
                new SimpleMeterRegistry());
        try (server) {
            server.start();

            assertThat(new Requests(server).get("/v1/good").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aProcessThatAnswersIsAlive() {
        assertThat(ask().get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void aProcessIsReadyWhenAllItsPartsAreUp() {
        HttpResponse<String> answer = ask().get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\",\"services\":{\"one\":{\"status\":\"up\"}}}");
    }

    @Test
    void aProcessIsAsReadyAsItsWorstPart() {
        WebServer server = new WebServer(
                new WebSettings("127.0.0.1", 0),
                context -> {},
                List.of(),
                List.of(
                        watched("one", Health.starting("restores")),
                        watched("two", Health.down("gone")),
                        watched("three", Health.up())),
                new SimpleMeterRegistry());
        try (server) {
            server.start();
            HttpResponse<String> answer = new Requests(server).get("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).startsWith("{\"status\":\"down\"").contains("\"detail\":\"restores\"");
        }
    }

    @Test
    void requestsAreMeasuredByTheirRoutesPattern() {
        ask().get("/v1/good");

        assertThat(ask().get("/metrics").body())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/v1/good\",status=\"200\"}");
    }

    @Test
    void aTakenPortIsToldInOneSentence() {
        WebServer second = new WebServer(
                new WebSettings("127.0.0.1", SERVER.port()),
                context -> {},
                List.of(),
                List.of(),
                new SimpleMeterRegistry());

        assertThatThrownBy(second::start)
                .isInstanceOf(PortTaken.class)
                .hasMessage(
                        "Port " + SERVER.port() + " on 127.0.0.1 can't be opened, most likely because another program"
                                + " uses it; choose another with --http.port.");
        assertThat(second.health().isUp()).isFalse();
    }

    @Test
    void aClosedServerCanStartAgain() {
        WebServer server = new WebServer(
                new WebSettings("127.0.0.1", 0), context -> {}, List.of(), List.of(), new SimpleMeterRegistry());
        server.start();
        server.close();
        server.start();

        assertThat(new Requests(server).get("/health/live").statusCode()).isEqualTo(200);
        server.close();
    }

    @Test
    void itsSettingsHaveDefaults() {
        assertThat(WebSettings.read(Settings.of(Map.of())))
                .isEqualTo(new WebSettings("127.0.0.1", 8080, 16 * 1024 * 1024, Front.DIRECT));
        assertThat(WebSettings.read(Settings.of(Map.of(
                        "http.host",
                        "0.0.0.0",
                        "http.port",
                        "0",
                        "http.max-request-bytes",
                        "4096",
                        "http.front",
                        "proxy"))))
                .isEqualTo(new WebSettings("0.0.0.0", 0, 4096, Front.PROXY));
    }

    private static Requests ask() {
        return new Requests(SERVER);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getKeyValuePairs()
                + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage());
    }

    private static Service watched(String name, Health health) {
        return new Service() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() {
                // always as it is
            }

            @Override
            public Health health() {
                return health;
            }

            @Override
            public void close() {
                // always as it is
            }
        };
    }
}
