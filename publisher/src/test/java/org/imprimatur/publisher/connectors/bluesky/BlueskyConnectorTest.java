package org.imprimatur.publisher.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformAccounts;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueskyConnectorTest implements SocialContract {
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";
    private static final String GET = "/xrpc/com.atproto.repo.getRecord";
    private static final String UPLOAD = "/xrpc/com.atproto.repo.uploadBlob";
    private static final String DELETE = "/xrpc/com.atproto.repo.deleteRecord";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SIGN_IN = "/xrpc/com.atproto.server.createSession";
    private static final String REFRESH = "/xrpc/com.atproto.server.refreshSession";
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final TestPictures store = new TestPictures();
    private final FakeBluesky fake = new FakeBluesky();
    private final BlueskyConnector bluesky = connector(Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    public Connector connector() {
        return bluesky;
    }

    @Override
    public List<String> publicTexts() {
        return fake.records().stream()
                .map(record -> record.path("text").asText())
                .toList();
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
    void theRecordHasAFrozenTimeItsLanguagesAndFacets() {
        Outcome outcome = bluesky.publish(sample("p1", "ü #flu @ana.example.org @nobody.example.org https://a.org"));

        JsonNode record = fake.records().get(0);
        assertThat(record.path("$type").asText()).isEqualTo("app.bsky.feed.post");
        assertThat(record.path("createdAt").asText()).isEqualTo("2026-11-22T10:00:00.000Z");
        assertThat(record.path("langs").toString()).isEqualTo("[\"en\",\"es\"]");
        assertThat(record.path("facets").findValuesAsText("byteStart")).containsExactly("3", "8", "45");
        assertThat(record.path("facets").findValuesAsText("did")).containsExactly("did:plc:ana");
        assertThat(record.path("facets").findValuesAsText("uri")).containsExactly("https://a.org");
        String key = fake.keys().get(0);
        assertThat(outcome.toString())
                .contains("at://did:plc:harbor/app.bsky.feed.post/" + key)
                .contains("https://bsky.app/profile/did:plc:harbor/post/" + key);
    }

    @Test
    void concurrentCallsMakeOneRecord() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            Callable<Outcome> call = () -> connector(Duration.ofSeconds(5)).publish(sample("p1", "once"));
            Set<Outcome> outcomes = pool
                    .invokeAll(IntStream.range(0, 6).mapToObj(i -> call).toList())
                    .stream()
                    .map(BlueskyConnectorTest::outcome)
                    .collect(Collectors.toSet());

            assertThat(outcomes).hasSize(1).allMatch(Outcome.Ok.class::isInstance);
            assertThat(publicTexts()).containsExactly("once");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aLostAnswerIsUnknownAndTheRecordIsFoundAndNotMadeAgain() {
        fake.server.losesAnswersTo(request -> request.is("POST", PUT));
        assertThat(bluesky.publish(sample("p1", "lost"))).isInstanceOf(Outcome.Unknown.class);

        fake.server.losesAnswersTo(request -> false);
        Outcome found = bluesky.find(sample("p1", "lost"));
        assertThat(bluesky.publish(sample("p1", "lost"))).isEqualTo(found).isInstanceOf(Outcome.Ok.class);
        assertThat(publicTexts()).containsExactly("lost");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsUnknown() {
        fake.server.holdsAnswersTo(request -> request.is("POST", PUT));

        assertThat(connector(Duration.ofSeconds(1)).publish(sample("p1", "late")))
                .isEqualTo(new Outcome.Unknown("Bluesky did not answer in time"));
    }

    @Test
    void otherContentUnderTheSameKeyIsRejectedAndChangesNothing() {
        bluesky.publish(sample("p1", "first"));

        assertThat(bluesky.publish(sample("p1", "second")).toString())
                .contains("Rejected")
                .contains("InvalidSwap")
                .doesNotContain("second");
        assertThat(bluesky.find(sample("p1", "second"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(publicTexts()).containsExactly("first");
    }

    @Test
    void aMentionThatLeadsElsewhereByNowIsNoOtherContent() {
        bluesky.publish(sample("p1", "thanks @ana.example.org"));
        fake.server.overrules(
                request -> request.path().endsWith("resolveHandle"), Response.json(200, "{\"did\": \"did:plc:new\"}"));

        assertThat(bluesky.publish(sample("p1", "thanks @ana.example.org"))).isInstanceOf(Outcome.Ok.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "embed", "reply", "facets", "createdAt"})
    void whatIsLiveOtherwiseThanApprovedIsUnknown(String member) {
        fake.stores(record -> ((ObjectNode) record.deepCopy()).put(member, "other"));

        assertThat(bluesky.publish(sample("p1", "whole #text")).toString())
                .contains("Unknown")
                .contains("not what was approved");
    }

    @Test
    void whatIsTakenButCannotBeReadBackIsUnknown() {
        fake.server.overrules(request -> request.is("GET", GET), Response.json(500, ""));

        assertThat(bluesky.publish(sample("p1", "x"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(bluesky.find(sample("p1", "x"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void theSessionIsKept() {
        IntStream.range(0, 5).forEach(i -> bluesky.publish(sample("p" + i, "x")));

        assertThat(fake.server.requests("POST", SIGN_IN)).hasSize(1);
        assertThat(fake.server.requests("POST", REFRESH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "InvalidToken"})
    void aSessionThatIsOverIsRefreshedWithoutSigningInAgain(String error) {
        bluesky.publish(sample("p1", "x"));
        fake.endsSessions(error);

        assertThat(bluesky.publish(sample("p2", "y"))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.server.requests("POST", SIGN_IN)).hasSize(1);
        assertThat(fake.server.requests("POST", REFRESH)).hasSize(1);
    }

    @Test
    void aSessionThatCannotBeRefreshedIsOpenedAnew() {
        bluesky.publish(sample("p1", "x"));
        fake.refreshesNoMore();
        fake.endsSessions("ExpiredToken");

        assertThat(bluesky.publish(sample("p2", "y"))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.server.requests("POST", SIGN_IN)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"400, ExpiredToken", "400, InvalidToken", "401, AuthMissing"})
    void aTokenThatIsRefusedAgainIsAMatterOfTheCredentials(int status, String error) {
        fake.server.overrules(
                request -> request.is("POST", PUT), Response.json(status, "{\"error\": \"" + error + "\"}"));

        assertThat(bluesky.publish(sample("p1", "x")))
                .isEqualTo(new Outcome.Auth("Bluesky answered " + status + " (" + error + ")"));
        assertThat(fake.server.requests("POST", PUT)).hasSize(2);
    }

    @Test
    void theAppPasswordRotatesWithoutARestartAndIsInNoReason(@TempDir Path folder) throws IOException {
        BlueskyConnector filed =
                new BlueskyConnector(PlatformAccounts.inFolder(folder), MediaBytes.NONE, Duration.ofSeconds(5), CLOCK);
        Path file = folder.resolve("harbor.yaml");
        Files.writeString(file, "url: " + fake.server.url() + "\nhandle: harbor.example.org\nsecret: old-secret\n");
        Outcome refused = filed.publish(sample("p1", "x"));
        assertThat(refused).isEqualTo(new Outcome.Auth("Bluesky answered 401 (AuthenticationRequired)"));

        fake.takesOnly("new-secret");
        Files.writeString(file, "url: " + fake.server.url() + "\nhandle: harbor.example.org\nsecret: new-secret\n");
        assertThat(filed.publish(sample("p1", "x"))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aSessionOfFormerCredentialsIsNotUsed(@TempDir Path folder) throws IOException {
        BlueskyConnector filed =
                new BlueskyConnector(PlatformAccounts.inFolder(folder), MediaBytes.NONE, Duration.ofSeconds(5), CLOCK);
        Path file = folder.resolve("harbor.yaml");
        String secret = "secret: " + FakeBluesky.PASSWORD + "\n";
        Files.writeString(file, "url: " + fake.server.url() + "\nhandle: former.example.org\n" + secret);
        filed.publish(sample("p1", "x"));
        Files.writeString(file, "url: " + fake.server.url() + "\nhandle: harbor.example.org\n" + secret);
        filed.publish(sample("p2", "y"));

        assertThat(fake.server.requests("POST", SIGN_IN))
                .extracting(request -> request.json().path("identifier").asText())
                .containsExactly("former.example.org", "harbor.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected",
        "413, Rejected",
        "302, Rejected",
        "403, Auth",
        "429, RateLimited",
        "500, Unknown",
        "502, Unknown",
        "503, Unknown"
    })
    void answersAreClassified(int status, String kind) {
        fake.server.overrules(
                request -> request.is("POST", PUT), Response.json(status, "{\"error\": \"InvalidRequest\"}"));

        assertThat(bluesky.publish(sample("p1", "x")).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void aServerErrorAtTheSignInSentNothing() {
        fake.server.overrules(request -> request.is("POST", SIGN_IN), Response.json(503, ""));

        assertThat(bluesky.publish(sample("p1", "x"))).isInstanceOf(Outcome.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {PUT, SIGN_IN})
    void aRateLimitEndsAtTheSecondThatTheServerNames(String path) {
        fake.server.overrules(
                request -> request.is("POST", path),
                Response.json(429, "{\"error\": \"RateLimitExceeded\"}").with("RateLimit-Reset", "1795342200"));

        assertThat(bluesky.publish(sample("p1", "x")))
                .isEqualTo(new Outcome.RateLimited(Instant.parse("2026-11-22T10:10:00Z")));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void tooLongATextIsRejectedBeforeAnythingIsSent(String text, boolean taken) {
        Outcome outcome = bluesky.publish(sample("p1", text));

        assertThat(outcome).isInstanceOf(taken ? Outcome.Ok.class : Outcome.Rejected.class);
        assertThat(fake.server.requests("POST", SIGN_IN)).hasSize(taken ? 1 : 0);
    }

    static List<Object[]> lengths() {
        String nurse = "👩🏽‍⚕️"; // 1 grapheme, 17 bytes
        return List.of(
                new Object[] {"é".repeat(300), true},
                new Object[] {"é".repeat(301), false},
                new Object[] {"e\u0301".repeat(300), true},
                new Object[] {nurse.repeat(176), true},
                new Object[] {nurse.repeat(177), false},
                new Object[] {" ", false});
    }

    @Test
    void fourPicturesGoOutWithTheirDescriptionsAndSizes() {
        assertThat(bluesky.publish(pictured(store.four()))).isInstanceOf(Outcome.Ok.class);

        JsonNode embed = fake.records().get(0).path("embed");
        assertThat(embed.path("$type").asText()).isEqualTo("app.bsky.embed.images");
        assertThat(embed.path("images").findValuesAsText("alt"))
                .containsExactly(
                        "a nurse at work, picture 1",
                        "a nurse at work, picture 2",
                        "a nurse at work, picture 3",
                        "a nurse at work, picture 4");
        assertThat(embed.path("images").path(0).path("aspectRatio").toString()).isEqualTo("{\"width\":8,\"height\":6}");
        assertThat(fake.server.requests("POST", UPLOAD))
                .extracting(request -> request.header("content-type"))
                .containsOnly("image/png")
                .hasSize(4);
    }

    @Test
    void aRepeatWithPicturesMakesNoSecondRecord() {
        Outcome first = bluesky.publish(pictured(store.four()));

        assertThat(bluesky.publish(pictured(store.four()))).isEqualTo(first).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.records()).hasSize(1);
    }

    @Test
    void whatIsSeenNamesThePicturesByTheirBytes() {
        Post post = pictured(store.four());
        Outcome.Ok ok = (Outcome.Ok) bluesky.publish(post);

        Sight.Seen seen = (Sight.Seen) bluesky.look(SocialContract.publication(post, ok.receipt()));
        assertThat(seen.live().media())
                .isEqualTo(store.four().stream().map(Post.Media::hash).toList());
        assertThat(seen.live().url())
                .contains("https://bsky.app/profile/did:plc:harbor/post/"
                        + fake.keys().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alt", "order", "fewer"})
    void picturesThatAreLiveOtherwiseThanApprovedAreUnknown(String change) {
        fake.stores(record -> {
            ObjectNode changed = record.deepCopy();
            ArrayNode images = (ArrayNode) changed.path("embed").path("images");
            if (change.equals("alt")) {
                ((ObjectNode) images.path(3)).put("alt", "other");
            } else {
                JsonNode first = images.remove(0);
                if (change.equals("order")) {
                    images.add(first);
                }
            }
            return changed;
        });

        assertThat(bluesky.publish(pictured(store.four())).toString()).contains("Unknown", "not what was approved");
    }

    @Test
    void aPictureThatBlueskyDoesNotTakeIsRejectedBeforeAnythingIsSent() {
        List<Post.Media> five = Stream.concat(store.four().stream(), Stream.of(store.jpeg(5, "fifth")))
                .toList();

        assertThat(bluesky.publish(pictured(five)))
                .isEqualTo(new Outcome.Rejected("the post has 5 pictures, and Bluesky takes 4"));
        assertThat(bluesky.publish(pictured(List.of(store.png(1, "")))).toString())
                .contains("alt text");
        assertThat(fake.server.requests("POST", SIGN_IN)).isEmpty();
    }

    @Test
    void aServerThatKeepsAPictureOtherwiseGetsNoRecord() {
        fake.server.overrules(
                request -> request.is("POST", UPLOAD),
                Response.json(
                        200, "{\"blob\": {\"ref\": {\"$link\": \"bafkreiother\"}, \"mimeType\": \"image/png\"}}"));

        assertThat(bluesky.publish(pictured(store.four()))).isInstanceOf(Outcome.Rejected.class);
        assertThat(fake.records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at://did:plc:ana/app.bsky.feed.post/3lcomment",
                "https://bsky.app/profile/ana.example.org/post/3lcomment",
                " https://bsky.app/profile/did:plc:ana/post/3lcomment \nWhen do you open?"
            })
    void aReplyGoesUnderWhatItAnswersAndIntoItsThread(String answered) {
        ObjectNode comment = JSON.createObjectNode().put("text", "When do you open?");
        comment.putObject("reply")
                .putObject("root")
                .put("uri", "at://did:plc:bo/app.bsky.feed.post/3lroot")
                .put("cid", "cid-root");
        fake.othersHave("did:plc:ana", "3lcomment", comment);
        Post reply = ConnectorContract.with(sample("p1", "At nine."), Optional.of(answered), List.of());

        assertThat(bluesky.publish(reply)).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.records().get(0).path("reply").toString())
                .isEqualTo(
                        "{\"root\":{\"uri\":\"at://did:plc:bo/app.bsky.feed.post/3lroot\",\"cid\":\"cid-root\"},"
                                + "\"parent\":{\"uri\":\"at://did:plc:ana/app.bsky.feed.post/3lcomment\",\"cid\":\"cid-3lcomment\"}}");
    }

    @Test
    void aReplyToAPostThatBeganItsThreadNamesItTwice() {
        fake.othersHave("did:plc:ana", "3lroot", JSON.createObjectNode().put("text", "Hello"));
        String answered = "at://did:plc:ana/app.bsky.feed.post/3lroot";

        bluesky.publish(ConnectorContract.with(sample("p1", "Hi."), Optional.of(answered), List.of()));

        assertThat(fake.records().get(0).path("reply").findValuesAsText("uri")).containsExactly(answered, answered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a comment",
                "When do you open?\nat://did:plc:ana/app.bsky.feed.post/3lcomment",
                "https://example.org/profile/ana/post/1",
                "at://did:plc:ana/app.bsky.feed.post/3lgone"
            })
    void aReplyWithoutAPlaceIsNotPublishedAsAPostOfItsOwn(String answered) {
        Post reply = ConnectorContract.with(sample("p1", "thank you"), Optional.of(answered), List.of());

        assertThat(bluesky.publish(reply)).isInstanceOf(Outcome.Rejected.class);
        assertThat(fake.records()).isEmpty();
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        fake.givesTokensUntil(Samples.NOW.plusSeconds(60));
        bluesky.publish(sample("p1", "x"));
        fake.givesTokensUntil(Samples.NOW.plusSeconds(3600));
        bluesky.publish(sample("p2", "y"));
        bluesky.publish(sample("p3", "z"));

        assertThat(fake.server.requests("POST", SIGN_IN)).hasSize(1);
        assertThat(fake.server.requests("POST", REFRESH)).hasSize(2);
    }

    @Test
    void nothingIsSentAfterTheServerSaidThatNothingIsLeft() {
        fake.server.overrules(
                request -> request.is("POST", PUT),
                new Response(200, Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", "1795342200"), "{}"));
        bluesky.publish(sample("p1", "x"));

        Instant reset = Instant.parse("2026-11-22T10:10:00Z");
        assertThat(bluesky.publish(sample("p2", "y"))).isEqualTo(new Outcome.RateLimited(reset));
        assertThat(bluesky.restsUntil("harbor")).contains(reset);
        assertThat(bluesky.restsUntil("other")).isEmpty();
        assertThat(fake.server.requests("POST", PUT)).hasSize(1);
    }

    @Test
    void whatIsStillSeenAfterItsTakedownIsNotSaidToBeRemoved() {
        Outcome.Ok ok = (Outcome.Ok) bluesky.publish(sample("p1", "x"));
        fake.server.overrules(request -> request.is("POST", DELETE), Response.json(200, "{}"));

        assertThat(bluesky.takeDown(SocialContract.publication(sample("p1", "x"), ok.receipt())))
                .isInstanceOf(Removal.Unknown.class);
    }

    @Test
    void anAddressThatAPersonGaveIsEnoughForATakedown() {
        bluesky.publish(sample("p1", "x"));
        Receipt byHand = new Receipt(
                "https://bsky.app/profile/did:plc:harbor/post/" + fake.keys().get(0), Optional.empty());

        assertThat(bluesky.takeDown(SocialContract.publication(sample("p1", "x"), byHand)))
                .isInstanceOf(Removal.Removed.class);
        assertThat(fake.records()).isEmpty();
    }

    private Post pictured(List<Post.Media> media) {
        return ConnectorContract.with(sample("p1", "look"), Optional.empty(), media);
    }

    private BlueskyConnector connector(Duration timeout) {
        PlatformAccount account = new PlatformAccount(
                fake.server.url(), "harbor.example.org", Secret.of(FakeBluesky.PASSWORD), List.of("en", "es"));
        return new BlueskyConnector(id -> account, store.bytes(), timeout, CLOCK);
    }

    private static Outcome outcome(Future<Outcome> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
