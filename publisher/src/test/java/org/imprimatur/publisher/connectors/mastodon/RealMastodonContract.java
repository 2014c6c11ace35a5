package org.imprimatur.publisher.connectors.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.Forwarding;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.Test;

/** What the connector owes on a real server, whatever of the API that has. */
interface RealMastodonContract extends SocialContract {
    int RUNS = 50;

    RealMastodon server();

    String token();

    TestPictures store();

    /** The connector with another address of the same server. */
    Connector connector(URI at);

    @Override
    default Post sample(String postId, String text) {
        return ConnectorContract.bare(postId, text);
    }

    @Override
    default List<String> publicTexts() {
        try {
            List<String> texts = new ArrayList<>();
            for (JsonNode status : server().statuses(token())) {
                texts.add(server().text(token(), status));
            }
            return texts;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    default void textWithFourPicturesAndALanguageIsLiveAsApprovedAndGoneAfterItsTakedown() throws Exception {
        String text = "🏥 Grüße: #Grippe-Impfung *am Samstag* <hier> & dort,\nhttps://example.org/ä?q=1&r=2";
        Post post = ConnectorContract.with(sample("p1", text), Optional.empty(), store().four());

        Outcome.Ok ok = (Outcome.Ok) connector().publish(post);
        JsonNode live = server().statuses(token()).get(0);
        Publication publication = SocialContract.publication(post, ok.receipt());

        assertThat(publicTexts()).containsExactly(text);
        assertThat(live.path("visibility").asText()).isEqualTo("public");
        assertThat(live.path("language").asText()).isEqualTo(server().language());
        assertThat(live.path("media_attachments").findValuesAsText("description"))
                .containsExactlyElementsOf(
                        store().four().stream().map(Post.Media::altText).toList());
        assertThat(live.path("media_attachments").findValuesAsText("url")).doesNotHaveDuplicates();
        assertThat(connector().look(publication)).isInstanceOf(Sight.Seen.class);

        if (!server().deletes()) {
            assertThat(connector().takeDown(publication)).isInstanceOf(Removal.CannotDelete.class);
            assertThat(publicTexts()).containsExactly(text);
            return;
        }
        takeDown(publication);
        assertThat(connector().takeDown(publication)).isEqualTo(new Removal.Gone());
        assertThat(server().statuses(token())).isEmpty();
    }

    /** As the worker does it: a server may delete a moment after it said so, and asking again does no harm. */
    private void takeDown(Publication publication) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            Removal removal = connector().takeDown(publication);
            return removal instanceof Removal.Removed || removal instanceof Removal.Gone;
        });
    }

    @Test
    default void whenEveryAnswerIsLostAfterTheRequestEachPostIsFoundAndThereIsExactlyOneIn50Of50Runs() {
        Set<String> found = new HashSet<>();
        try (LoopbackServer proxy = new LoopbackServer(new Forwarding(server().url()))) {
            proxy.losesAnswersTo(request -> request.is("POST", "/api/v1/statuses"));
            Connector connector = connector(proxy.url());
            for (int run = 0; run < RUNS; run++) {
                Post post = ConnectorContract.with(
                        sample("p" + run, "run *" + run + "*"),
                        Optional.empty(),
                        run % 10 == 0 ? store().four() : List.of());

                assertThat(connector.publish(post)).as("run %s", run).isInstanceOf(Outcome.Unknown.class);
                assertThat(connector.find(post))
                        .as("run %s", run)
                        .isInstanceOfSatisfying(
                                Outcome.Ok.class, ok -> found.add(ok.receipt().remoteId()));
            }
            assertThat(proxy.requests("POST", "/api/v1/statuses")).hasSize(RUNS);
        }
        assertThat(found).hasSize(RUNS);
        assertThat(publicTexts())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, RUNS)
                        .mapToObj(run -> "run *" + run + "*")
                        .toList());
    }

    /** Mastodon's own server heeds the key for an hour. */
    @Test
    default void aRepeatUnderTheSameKeyMakesASecondStatusHereSoNothingIsRepeated() {
        connector().publish(sample("p1", "twice"));
        connector().publish(sample("p1", "twice"));

        assertThat(publicTexts()).containsExactly("twice", "twice");
        assertThat(connector().capabilities()).doesNotContain(Capability.REPEATS_ARE_HARMLESS);
    }

    @Test
    default void aReplyIsUnderWhatItAnswersByTheAddressThatPeopleSee() throws Exception {
        Outcome.Ok first = (Outcome.Ok) connector().publish(sample("p1", "When do you open?"));
        String address = first.receipt().url().orElseThrow();
        Post reply = ConnectorContract.with(
                sample("p2", "At nine."), Optional.of(address + "\nWhen do you open?"), List.of());

        assertThat(connector().publish(reply)).isInstanceOf(Outcome.Ok.class);
        assertThat(server().statuses(token()).get(0).path("in_reply_to_id").asText())
                .isEqualTo(first.receipt().remoteId());
    }

    @Test
    default void aReplyToWhatIsNotThereIsNotPublished() {
        for (String nowhere : List.of("/@harbor/01ABCDEFGH", "/harbor/p/1.2")) {
            Post reply =
                    ConnectorContract.with(sample("p1", "At nine."), Optional.of(server().url() + nowhere), List.of());

            assertThat(connector().publish(reply))
                    .isEqualTo(new Outcome.Rejected("what the reply answers is not there"));
        }
        assertThat(publicTexts()).isEmpty();
    }

    @Test
    default void whatAPersonFoundIsSeenByItsAddress() {
        Post post = sample("p1", "found by a person");
        Outcome.Ok ok = (Outcome.Ok) connector().publish(post);
        Receipt byAddress =
                new Receipt(ok.receipt().url().orElseThrow(), ok.receipt().url());

        assertThat(connector().look(SocialContract.publication(post, byAddress)))
                .isInstanceOf(Sight.Seen.class);
        if (server().deletes()) {
            takeDown(SocialContract.publication(post, byAddress));
            return;
        }
        assertThat(connector().takeDown(SocialContract.publication(post, byAddress)))
                .isInstanceOf(Removal.CannotDelete.class);
    }

    @Test
    default void aTextThatIsTooLongForThisServerIsNotPublished() {
        assertThat(connector().publish(sample("p1", "x".repeat(100_001)))).isInstanceOf(Outcome.Rejected.class);
        assertThat(publicTexts()).isEmpty();
    }

    @Test
    default void aSpoiltPictureIsNotPublished() {
        Post.Media picture = store().png(1, "a nurse");
        store().spoil(picture);

        assertThat(connector().publish(ConnectorContract.with(sample("p1", "x"), Optional.empty(), List.of(picture))))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(publicTexts()).isEmpty();
    }
}
