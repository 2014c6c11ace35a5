package org.imprimatur.publisher.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConnectorTest implements ConnectorContract {
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_"
            + Base64.getEncoder().encodeToString("a-newer-secret-of-24-byte".getBytes(StandardCharsets.US_ASCII));

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private WebhookConnector webhook = connector(WebhookSecrets.fixed(Secret.of(OLD)));

    @BeforeEach
    void isWell() {
        server.start();
        answers(status(204));
        webhook = connector(WebhookSecrets.fixed(Secret.of(OLD)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    public Connector connector() {
        return webhook;
    }

    /** As a receiver sees it that keeps to the standard: one text for each webhook-id. */
    @Override
    public List<String> publicTexts() {
        Map<String, String> byId = new LinkedHashMap<>();
        requests()
                .forEach(request -> byId.put(
                        request.getHeader("webhook-id"),
                        body(request).path("text").asText()));
        return List.copyOf(byId.values());
    }

    @Override
    public void cutOff() {
        server.stop();
    }

    @Test
    void theSignatureIsTheOneOfTheStandardsOwnExample() {
        String signature = WebhookSignature.of(
                List.of(Secret.of(OLD)),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                java.time.Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({"204,Removed", "404,Gone", "410,Gone", "429,Later", "405,CannotDelete", "401,Unknown", "503,Unknown"})
    void aTakeDownIsWhatTheReceiverSays(int status, String removal) {
        answers(status(status));

        assertThat(webhook.takeDown(live()).getClass().getSimpleName()).isEqualTo(removal);
    }

    @Test
    void aTakeDownHasAnIdOfItsOwnAndNoText() {
        webhook.takeDown(live());

        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.getHeader("webhook-id")).isEqualTo("key-of-p1-take-down");
            assertThat(body(request).path("type").asText()).isEqualTo("take-down");
            assertThat(body(request).path("idempotencyKey").asText()).isEqualTo("key-of-p1");
            assertThat(body(request).has("text")).isFalse();
        });
    }

    @Test
    void aReceiverThatIsAwayIsAskedAgain() {
        cutOff();

        assertThat(webhook.takeDown(live())).isInstanceOf(Removal.Unknown.class);
        assertThat(webhook.look(live())).isInstanceOf(Sight.Unseen.class);
    }

    private static Publication live() {
        return new Publication(
                new DeliveryId("p1", 1, "harbor"), "key-of-p1", "webhook", new Receipt("key-of-p1", Optional.empty()));
    }

    @Test
    void aRepeatHasTheSameIdAndTheSameBody() {
        webhook.publish(ConnectorContract.post("p1", "once"));
        webhook.publish(ConnectorContract.post("p1", "once"));

        assertThat(requests()).hasSize(2);
        assertThat(requests().stream().map(r -> r.getHeader("webhook-id")).distinct())
                .hasSize(1);
        assertThat(requests().stream().map(LoggedRequest::getBodyAsString).distinct())
                .hasSize(1);
    }

    @Test
    void aReceiverCanVerifyWhatItGot() throws Exception {
        webhook.publish(ConnectorContract.post("p1", "signed ünïcode"));

        LoggedRequest request = requests().get(0);
        assertThat(request.getHeader("webhook-timestamp")).isEqualTo(Long.toString(Samples.NOW.getEpochSecond()));
        assertThat(request.getHeader("webhook-signature")).isEqualTo(signedWith(OLD, request));
    }

    @Test
    void secretsRotateWithoutARestart(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secret");
        webhook = connector(WebhookSecrets.inFile(file));
        Files.writeString(file, OLD + "\n");
        webhook.publish(ConnectorContract.post("p1", "before"));
        Files.writeString(file, "# since Sunday\n" + NEW + "\n" + OLD + "\n");
        webhook.publish(ConnectorContract.post("p2", "while it changes"));

        LoggedRequest first = requests().get(0);
        LoggedRequest second = requests().get(1);
        assertThat(first.getHeader("webhook-signature")).isEqualTo(signedWith(OLD, first));
        assertThat(second.getHeader("webhook-signature"))
                .isEqualTo(signedWith(NEW, second) + " " + signedWith(OLD, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet", "no-prefix", "whsec_", "whsec_***"})
    void nothingIsSentUnsigned(String content, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, content);
        webhook = connector(WebhookSecrets.inFile(file));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x"))).isInstanceOf(Outcome.NotSent.class);
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, Ok",
        "201, Ok",
        "204, Ok",
        "400, Rejected",
        "404, Rejected",
        "410, Rejected",
        "422, Rejected",
        "401, Auth",
        "403, Auth",
        "429, RateLimited",
        "500, Unknown",
        "502, Unknown",
        "503, Unknown",
        "504, Unknown"
    })
    void answersAreClassified(int status, String kind) {
        answers(status(status));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x")).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 2026-11-22T10:02:00Z",
        "'Sun, 22 Nov 2026 10:05:00 GMT', 2026-11-22T10:05:00Z",
        "0, 2026-11-22T10:00:00Z",
        "soon, 2026-11-22T10:01:00Z",
        "-5, 2026-11-22T10:01:00Z",
        "99999999999999999999, 2026-11-22T10:01:00Z"
    })
    void retryAfterIsReadInBothItsForms(String header, String until) {
        answers(status(429).withHeader("Retry-After", header));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x")))
                .isEqualTo(new Outcome.RateLimited(java.time.Instant.parse(until)));
    }

    @Test
    void aRateLimitWithoutATimeWaitsAMinute() {
        answers(status(429));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x")))
                .isEqualTo(new Outcome.RateLimited(Samples.NOW.plusSeconds(60)));
    }

    @Test
    void redirectsAreNotFollowed() {
        answers(temporaryRedirect(server.baseUrl() + "/elsewhere"));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatBreaksAfterSendingIsUnknown(Fault fault) {
        answers(aResponse().withFault(fault));

        // a status line that came is an answer, whatever is wrong with the body that nobody reads
        Outcome outcome = webhook.publish(ConnectorContract.post("p1", "x"));
        assertThat(outcome)
                .isInstanceOf(fault == Fault.MALFORMED_RESPONSE_CHUNK ? Outcome.class : Outcome.Unknown.class)
                .isNotInstanceOf(Outcome.NotSent.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsUnknown() {
        answers(aResponse().withFixedDelay(30_000));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void anEndlessAnswerDoesNotHoldTheCall() {
        answers(status(200).withBody("x".repeat(100_000)).withChunkedDribbleDelay(1000, 30_000));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x"))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aHostThatDoesNotExistWasNotSentTo() {
        webhook = new WebhookConnector(
                URI.create("http://no-such-host.invalid/hook"),
                WebhookSecrets.fixed(Secret.of(OLD)),
                Duration.ofSeconds(2),
                InstantSource.fixed(Samples.NOW));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x"))).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void aServerErrorMayHaveGoneLiveSoItIsUnknown() {
        answers(serverError().withBody("stored, and then crashed"));

        assertThat(webhook.publish(ConnectorContract.post("p1", "x")))
                .isEqualTo(new Outcome.Unknown("the webhook answered 500"));
    }

    private WebhookConnector connector(WebhookSecrets secrets) {
        String base = server.isRunning() ? server.baseUrl() : "http://localhost";
        return new WebhookConnector(
                URI.create(base + "/hook"), secrets, Duration.ofSeconds(2), InstantSource.fixed(Samples.NOW));
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.resetMappings();
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    private List<LoggedRequest> requests() {
        return server.isRunning() ? server.findAll(postRequestedFor(anyUrl())) : List.of();
    }

    private static JsonNode body(LoggedRequest request) {
        return PostJson.read(request.getBody());
    }

    private static String signedWith(String secret, LoggedRequest request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = request.getHeader("webhook-id") + "." + request.getHeader("webhook-timestamp") + "."
                + request.getBodyAsString();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
