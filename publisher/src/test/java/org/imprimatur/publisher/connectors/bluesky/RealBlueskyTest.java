package org.imprimatur.publisher.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.Forwarding;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The connector against the Bluesky team's own server, with its rate limiter on; see the README for the stage. */
@Tag("peers")
class RealBlueskyTest implements SocialContract {
    private static RealBluesky server;

    private final TestPictures store = new TestPictures();
    private RealBluesky.Account account;
    private Optional<URI> cut = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        server = RealBluesky.start(Path.of(System.getProperty("peers.folder")));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        account = server.account();
    }

    @Override
    public Connector connector() {
        return connector(cut.orElseGet(server::url));
    }

    @Override
    public List<String> publicTexts() {
        try {
            return server.records(account).findValues("value").stream()
                    .map(record -> record.path("text").asText())
                    .toList();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void cutOff() {
        cut = Optional.of(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public Post sample(String postId, String text) {
        return ConnectorContract.bare(postId, text);
    }

    @Test
    void textWithFacetsFourPicturesAndLanguagesIsLiveAsApprovedAndGoneAfterItsTakedown() throws Exception {
        RealBluesky.Account friend = server.account();
        String text = "🏥 Grüße an @" + friend.handle() + ": #Grippe-Impfung am Samstag, https://example.org/ä?q=1";
        Post post = ConnectorContract.with(sample("p1", text), Optional.empty(), store.four());

        Outcome.Ok ok = (Outcome.Ok) connector().publish(post);
        JsonNode live = server.records(account).path(0).path("value");
        Publication publication = SocialContract.publication(post, ok.receipt());
        Sight.Seen seen = (Sight.Seen) connector().look(publication);

        assertThat(live.path("text").asText()).isEqualTo(text);
        assertThat(live.path("langs").toString()).isEqualTo("[\"en\",\"es\"]");
        assertThat(live.path("facets").findValuesAsText("$type"))
                .containsExactly(
                        "app.bsky.richtext.facet#mention",
                        "app.bsky.richtext.facet#tag",
                        "app.bsky.richtext.facet#link");
        assertThat(live.path("facets").findValuesAsText("did")).containsExactly(friend.did());
        assertThat(live.path("embed").findValuesAsText("alt"))
                .containsExactlyElementsOf(
                        store.four().stream().map(Post.Media::altText).toList());
        assertThat(seen.live().text()).isEqualTo(text);
        assertThat(seen.live().media())
                .containsExactlyElementsOf(
                        store.four().stream().map(Post.Media::hash).toList());

        assertThat(connector().takeDown(publication)).isEqualTo(new Removal.Removed());
        assertThat(connector().takeDown(publication)).isEqualTo(new Removal.Gone());
        assertThat(server.records(account)).isEmpty();
    }

    @Test
    void aReplyIsUnderWhatItAnswers() throws Exception {
        Outcome.Ok first = (Outcome.Ok) connector().publish(sample("p1", "When do you open?"));
        Post reply = ConnectorContract.with(
                sample("p2", "At nine."), Optional.of(first.receipt().remoteId()), List.of());

        assertThat(connector().publish(reply)).isInstanceOf(Outcome.Ok.class);
        assertThat(server.records(account)
                        .findValues("reply")
                        .get(0)
                        .path("parent")
                        .path("uri")
                        .asText())
                .isEqualTo(first.receipt().remoteId());
    }

    @Test
    void aSpoiltPictureIsNotPublished() {
        Post.Media picture = store.png(1, "a nurse");
        store.spoil(picture);

        assertThat(connector().publish(ConnectorContract.with(sample("p1", "x"), Optional.empty(), List.of(picture))))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(publicTexts()).isEmpty();
    }

    @Test
    void whenEveryAnswerIsLostAfterTheRequestThereIsExactlyOneRecordEachIn50Of50Runs() throws Exception {
        AtomicInteger put = new AtomicInteger();
        try (LoopbackServer proxy = new LoopbackServer(new Forwarding(server.url()))) {
            proxy.losesAnswersTo(
                    request -> request.path().endsWith("repo.putRecord") && put.incrementAndGet() % 2 == 1);
            Connector connector = connector(proxy.url());
            Set<String> receipts = new HashSet<>();
            for (int run = 0; run < 50; run++) {
                Post post = run % 10 == 0
                        ? ConnectorContract.with(sample("p" + run, "run " + run), Optional.empty(), store.four())
                        : sample("p" + run, "run " + run);

                assertThat(connector.publish(post)).isInstanceOf(Outcome.Unknown.class);
                Outcome found = connector.find(post);
                assertThat(connector.publish(post)).isEqualTo(found).isInstanceOf(Outcome.Ok.class);
                receipts.add(((Outcome.Ok) found).receipt().remoteId());
            }
            assertThat(receipts).hasSize(50);
            assertThat(put).hasValue(100);
        }
        assertThat(publicTexts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).mapToObj(run -> "run " + run).toList());
    }

    @Test
    void theServersOwnLimiterEndsSignInsAndSaysWhenTheyGoOn() {
        Outcome last = IntStream.range(0, 40)
                .mapToObj(i -> connector().publish(sample("p" + i, "x")))
                .filter(outcome -> !(outcome instanceof Outcome.Ok))
                .findFirst()
                .orElseThrow();

        assertThat(last).isInstanceOf(Outcome.RateLimited.class);
        assertThat(((Outcome.RateLimited) last).until())
                .isBetween(Instant.now(), Instant.now().plusSeconds(301));
    }

    private BlueskyConnector connector(URI url) {
        PlatformAccount opened =
                new PlatformAccount(url, account.handle(), Secret.of(RealBluesky.PASSWORD), List.of("en", "es"));
        return new BlueskyConnector(id -> opened, store.bytes(), Duration.ofSeconds(20), CLOCK);
    }

    /** Posts carry the time of the samples; the limits and tokens need the real one. */
    private static final InstantSource CLOCK = InstantSource.system();
}
