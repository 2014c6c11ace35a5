package org.imprimatur.publisher.connectors.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformAccounts;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonConnectorTest implements SocialContract {
    private static final String STATUSES = "/api/v1/statuses";
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final TestPictures store = new TestPictures();
    private final FakeMastodon fake = new FakeMastodon(CLOCK);
    private final MastodonConnector mastodon = connector(account -> account(FakeMastodon.TOKEN), MediaBytes.NONE);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    public Connector connector() {
        return mastodon;
    }

    @Override
    public List<String> publicTexts() {
        return fake.texts();
    }

    @Override
    public void cutOff() {
        fake.close();
    }

    @Override
    public Post sample(String postId, String text) {
        return ConnectorContract.bare(postId, text);
    }

    @Test
    void aRepeatAfterTheFirstAnswerMakesNoSecondStatus() {
        Outcome first = mastodon.publish(sample("p1", "once"));
        Outcome second = mastodon.publish(sample("p1", "once"));

        assertThat(second).isEqualTo(first).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.texts()).containsExactly("once");
    }

    @Test
    void theKeyProtectsNoRepeatWhileTheFirstCallIsInFlight() {
        fake.server.holdsAnswersTo(request -> request.is("POST", STATUSES));
        MastodonConnector hasty = hasty();
        hasty.publish(sample("p1", "in flight"));
        hasty.publish(sample("p1", "in flight"));

        assertThat(fake.texts()).containsExactly("in flight", "in flight");
    }

    @Test
    void itPromisesNoHarmlessRepeatsSinceSomeServersIgnoreTheKey() {
        fake.ignoresKeys();
        mastodon.publish(sample("p1", "twice"));
        mastodon.publish(sample("p1", "twice"));

        assertThat(fake.texts()).containsExactly("twice", "twice");
        assertThat(mastodon.capabilities()).doesNotContain(Capability.REPEATS_ARE_HARMLESS);
    }

    @Test
    void aLostAnswerIsUnknownAndTheStatusIsFoundAgain() {
        fake.server.losesAnswersTo(request -> request.is("POST", STATUSES));

        assertThat(mastodon.publish(sample("p1", "lost"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(mastodon.find(sample("p1", "lost"))).isInstanceOf(Outcome.Ok.class);
        assertThat(mastodon.find(sample("p2", "another"))).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsUnknown() {
        fake.server.holdsAnswersTo(request -> request.is("POST", STATUSES));

        assertThat(hasty().publish(sample("p1", "late")))
                .isEqualTo(new Outcome.Unknown("Mastodon did not answer in time"));
        assertThat(fake.texts()).containsExactly("late");
    }

    @Test
    void aServerThatDoesNotExistWasNotSentTo() {
        PlatformAccount nowhere =
                new PlatformAccount(URI.create("https://no-such-host.invalid"), "", Secret.of("t"), List.of());

        assertThat(connector(id -> nowhere, MediaBytes.NONE).publish(sample("p1", "x")))
                .isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void itIsFoundBehindNewerStatusesAndWithMentions() {
        mastodon.publish(sample("p1", "thanks @ana@example.org for this"));
        for (int i = 0; i < 5; i++) {
            fake.holds("newer " + i);
        }

        assertThat(mastodon.find(sample("p1", "thanks @ana@example.org for this")))
                .isInstanceOf(Outcome.Ok.class);
        assertThat(mastodon.find(sample("p1", "thanks @ana@elsewhere.org for this")))
                .isInstanceOf(Outcome.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cut", "whole text and more"})
    void whatIsLiveOtherwiseThanApprovedIsUnknown(String stored) {
        fake.stores(text -> stored);

        assertThat(mastodon.publish(sample("p1", "whole text")).toString())
                .contains("Unknown")
                .contains("not what was approved");
    }

    @Test
    void whatCannotBeReadBackAtOnceIsLookedAtAgain() {
        AtomicInteger looks = new AtomicInteger();
        fake.server.overrules(
                request -> request.is("GET", STATUSES + "/100") && looks.incrementAndGet() < 3,
                Response.json(404, "{}"));

        assertThat(mastodon.publish(sample("p1", "replicated late"))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void whatIsTakenButCannotBeReadBackIsUnknown() {
        fake.server.overrules(request -> request.is("GET", STATUSES + "/100"), Response.json(500, ""));

        assertThat(mastodon.publish(sample("p1", "x"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void theFakeMakesAnEmptyStatusOfAFormAndDeletesOnlyOnce() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder form = HttpRequest.newBuilder(URI.create(fake.server.url() + STATUSES))
                .header("authorization", "Bearer " + FakeMastodon.TOKEN)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(FakeMastodon.form("lost")));
        HttpRequest.Builder delete = HttpRequest.newBuilder(URI.create(fake.server.url() + STATUSES + "/100"))
                .header("authorization", "Bearer " + FakeMastodon.TOKEN)
                .DELETE();

        assertThat(status(client, form)).isEqualTo(200);
        assertThat(fake.texts()).containsExactly("");
        assertThat(status(client, delete)).isEqualTo(200);
        assertThat(status(client, delete)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected",
        "404, Rejected",
        "410, Rejected",
        "422, Rejected",
        "301, Rejected",
        "401, Auth",
        "403, Auth",
        "429, RateLimited",
        "500, Unknown",
        "502, Unknown",
        "503, Unknown"
    })
    void answersAreClassified(int status, String kind) {
        fake.server.overrules(request -> request.is("POST", STATUSES), Response.json(status, "{}"));

        assertThat(mastodon.publish(sample("p1", "x")).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Reset, 2026-11-22T10:05:00.123456Z, 2026-11-22T10:05:00.123456Z",
        "RateLimit-Reset, 1795342200, 2026-11-22T10:10:00Z",
        "RateLimit-Reset, 30, 2026-11-22T10:00:30Z",
        "Retry-After, 120, 2026-11-22T10:02:00Z",
        "X-RateLimit-Reset, soon, 2026-11-22T10:01:00Z",
        "X-Other, 5, 2026-11-22T10:01:00Z"
    })
    void aRateLimitEndsWhenTheServerSays(String header, String value, String until) {
        fake.server.overrules(
                request -> request.is("POST", STATUSES),
                Response.json(429, "{}").with(header, value));

        assertThat(mastodon.publish(sample("p1", "x"))).isEqualTo(new Outcome.RateLimited(Instant.parse(until)));
    }

    @Test
    void aRefusalNamesItsKindAndNeverTheText() {
        fake.server.overrules(
                request -> request.is("POST", STATUSES),
                Response.json(422, "{\"error\": \"Validation failed: CANARY flu\"}"));
        assertThat(mastodon.publish(sample("p1", "CANARY flu")))
                .isEqualTo(new Outcome.Rejected("Mastodon answered 422 (Validation failed)"));

        for (String echo : List.of("CANARY flu", "CANARY", "no CANARY here")) {
            fake.server.overrules(
                    request -> request.is("POST", STATUSES), Response.json(422, "{\"error\": \"" + echo + "\"}"));
            assertThat(mastodon.publish(sample("p1", "CANARY flu")))
                    .isEqualTo(new Outcome.Rejected("Mastodon answered 422"));
        }
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void theInstancesLimitHoldsBeforeAnythingIsSent(int length, boolean taken) {
        Outcome outcome = mastodon.publish(sample("p1", "🏥".repeat(length)));

        assertThat(outcome instanceof Outcome.Ok).isEqualTo(taken);
        assertThat(fake.server.requests("POST", STATUSES)).hasSize(taken ? 1 : 0);
    }

    @Test
    void linksAndMentionsCountAsTheInstanceCountsThem() {
        String link = " https://example.org/" + "x".repeat(90);

        assertThat(mastodon.publish(sample("p1", "x".repeat(50) + link)))
                .isEqualTo(new Outcome.Rejected(
                        "the text has 61 characters as Mastodon counts them, and Mastodon takes 60"));
        assertThat(mastodon.publish(sample("p1", "x".repeat(49) + link)))
                .as("the fake counts every character, so it refuses what we let pass")
                .isEqualTo(new Outcome.Rejected("Mastodon answered 422 (Validation failed)"));
    }

    @Test
    void limitsComeFromTheFirstApiWhereThereIsNoSecondAndAreKept() {
        fake.hasOnlyTheFirstInstanceApi();

        assertThat(mastodon.publish(sample("p1", "x".repeat(51)))).isInstanceOf(Outcome.Rejected.class);
        assertThat(mastodon.publish(sample("p2", "x".repeat(50)))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.server.requests("GET", "/api/v1/instance")).hasSize(1);
    }

    @Test
    void withoutTheBytesOfAPictureNothingIsSent() {
        assertThat(mastodon.publish(ConnectorContract.post("p1", "look")))
                .isEqualTo(new Outcome.Rejected(
                        "picture 1 is not in the media folder, so the publisher has no bytes of it"));
        assertThat(fake.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void picturesAreAttachedOnceTheyAreProcessed(int looks) {
        fake.processesMediaFor(looks);

        assertThat(withPictures().publish(pictured())).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.descriptions()).containsExactly(List.of("a nurse"));
        assertThat(fake.server.requests("POST", "/api/v2/media").get(0).body()).contains("image/png", "PNG");
    }

    @Test
    void aPictureThatCannotBeProcessedIsRejectedAndOneThatNeverIsWasNotSent() {
        fake.failsToProcessMedia();
        assertThat(withPictures().publish(pictured())).isInstanceOf(Outcome.Rejected.class);

        fake.server.overrules(request -> request.path().startsWith("/api/v1/media/"), Response.json(206, "{}"));
        assertThat(withPictures().publish(pictured())).isInstanceOf(Outcome.NotSent.class);
        assertThat(fake.texts()).isEmpty();
    }

    @Test
    void aDescriptionThatGotLostIsNotWhatWasApproved() {
        fake.losesDescriptions();

        assertThat(withPictures().publish(pictured()).toString()).contains("Unknown", "not what was approved");
    }

    @Test
    void aTakedownWaitsForTheTimeThatTheServerNames() {
        Outcome.Ok ok = (Outcome.Ok) mastodon.publish(sample("p1", "x"));
        Publication publication = SocialContract.publication(sample("p1", "x"), ok.receipt());
        fake.server.overrules(
                request -> request.method().equals("DELETE"),
                Response.json(429, "{}").with("X-RateLimit-Reset", "2026-11-22T10:30:00.000000Z"));
        assertThat(mastodon.takeDown(publication)).isEqualTo(new Removal.Later(Instant.parse("2026-11-22T10:30:00Z")));

        fake.server.overrules(request -> false, Response.json(200, ""));
        assertThat(mastodon.takeDown(publication)).isInstanceOf(Removal.Removed.class);
    }

    @Test
    void takedownsStopWhenTheServerSaysThatItsLastOneIsUsed() {
        Outcome.Ok ok = (Outcome.Ok) mastodon.publish(sample("p1", "x"));
        Publication publication = SocialContract.publication(sample("p1", "x"), ok.receipt());
        fake.server.overrules(
                request -> request.method().equals("DELETE"),
                new Response(
                        200, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2026-11-22T10:30:00Z"), "{}"));
        assertThat(mastodon.takeDown(publication)).isInstanceOf(Removal.Unknown.class);

        assertThat(mastodon.takeDown(publication)).isInstanceOf(Removal.Later.class);
        assertThat(mastodon.publish(sample("p2", "posts have their own limit"))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.server.requests("DELETE", STATUSES + "/100")).hasSize(1);
    }

    @Test
    void tokensRotateWithoutARestartAndAreInNoReason(@TempDir Path folder) throws IOException {
        MastodonConnector filed = connector(PlatformAccounts.inFolder(folder), MediaBytes.NONE);
        assertThat(filed.publish(sample("p1", "x"))).isInstanceOf(Outcome.Auth.class);

        Path file = folder.resolve("harbor.yaml");
        Files.writeString(file, "url: " + fake.server.url() + "\nsecret: token-1\nlanguages: [en]\n");
        assertThat(filed.publish(sample("p1", "x"))).isInstanceOf(Outcome.Ok.class);

        fake.takesOnly("token-2");
        assertThat(filed.publish(sample("p2", "y")))
                .isEqualTo(new Outcome.Auth("Mastodon answered 401 (The access token is invalid)"));

        Files.writeString(file, "url: " + fake.server.url() + "\nsecret: token-2\n");
        assertThat(filed.publish(sample("p2", "y"))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.server
                        .requests("POST", STATUSES)
                        .get(0)
                        .json()
                        .path("language")
                        .asText())
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "url: http://example.org\nsecret: s3cret",
                "url: https://example.org",
                "secret: s3cret",
                "s3cret: ["
            })
    void aFileThatCannotBeUsedStopsTheDeliveryWithoutTellingTheSecret(String content, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("harbor.yaml"), content);

        Outcome outcome =
                connector(PlatformAccounts.inFolder(folder), MediaBytes.NONE).publish(sample("p1", "x"));

        assertThat(outcome).isInstanceOf(Outcome.Auth.class);
        assertThat(outcome.toString()).doesNotContain("s3cret");
    }

    private MastodonConnector hasty() {
        return new MastodonConnector(
                id -> account(FakeMastodon.TOKEN), MediaBytes.NONE, Duration.ofSeconds(1), Duration.ofMillis(1), CLOCK);
    }

    private MastodonConnector withPictures() {
        return connector(account -> account(FakeMastodon.TOKEN), store.bytes());
    }

    private Post pictured() {
        return ConnectorContract.with(
                ConnectorContract.bare("p1", "look"), Optional.empty(), List.of(store.png(1, "a nurse")));
    }

    private PlatformAccount account(String token) {
        return new PlatformAccount(fake.server.url(), "harbor", Secret.of(token), List.of());
    }

    private static MastodonConnector connector(PlatformAccounts accounts, MediaBytes bytes) {
        return new MastodonConnector(accounts, bytes, Duration.ofSeconds(5), Duration.ofMillis(1), CLOCK);
    }

    private static int status(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
