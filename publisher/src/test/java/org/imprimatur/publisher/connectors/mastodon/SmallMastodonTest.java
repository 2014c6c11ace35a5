package org.imprimatur.publisher.connectors.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same contract on a server that has much less of the API than Mastodon's own. */
class SmallMastodonTest implements SocialContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final TestPictures store = new TestPictures();
    private final FakeMastodon fake = new FakeMastodon(CLOCK);
    private final PlatformAccount account =
            new PlatformAccount(fake.server.url(), "harbor", Secret.of(FakeMastodon.TOKEN), List.of());
    private final MastodonConnector mastodon =
            new MastodonConnector(id -> account, store.bytes(), Duration.ofSeconds(5), Duration.ofMillis(1), CLOCK);

    @BeforeEach
    void shrink() {
        fake.isSmall();
    }

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
    void whatItCannotDeleteIsATaskForAPersonUntilItIsGone() {
        Publication live = published(sample("p1", "for ever"));

        assertThat(mastodon.takeDown(live)).isInstanceOf(Removal.CannotDelete.class);
        fake.losesTheNewest();
        assertThat(mastodon.takeDown(live)).isInstanceOf(Removal.Gone.class);
    }

    @Test
    void whatCannotBeDeletedNorSeenIsNotSaidToBeGone() {
        Publication live = published(sample("p1", "for ever"));
        fake.server.overrules(request -> request.method().equals("GET"), Response.json(500, ""));

        assertThat(mastodon.takeDown(live)).isInstanceOf(Removal.Unknown.class);
    }

    @Test
    void twoPicturesStayTwo() {
        Post post = ConnectorContract.with(
                sample("p1", "look"), Optional.empty(), store.four().subList(0, 2));

        assertThat(mastodon.publish(post)).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.descriptions())
                .containsExactly(store.four().subList(0, 2).stream()
                        .map(Post.Media::altText)
                        .toList());
    }

    @Test
    void aTextWithMarksIsFoundAfterItsAnswerWasLost() {
        fake.server.losesAnswersTo(request -> request.is("POST", "/api/v1/statuses"));

        assertThat(mastodon.publish(sample("p1", "flu shots *today*"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(mastodon.find(sample("p1", "flu shots *today*"))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void whileTheTextCannotBeReadNobodySaysThatItIsNotThere() {
        fake.holds("flu shots *today*");
        fake.server.overrules(request -> request.path().endsWith("/source"), Response.json(503, ""));

        assertThat(mastodon.find(sample("p1", "flu shots *today*"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void onePageForEverEndsTheSearchAndAFullOneProvesNothing() {
        for (int i = 0; i < MastodonApi.PAGE - 1; i++) {
            fake.holds("newer " + i);
        }
        assertThat(mastodon.find(sample("p1", "unsent"))).isInstanceOf(Outcome.NotSent.class);

        fake.holds("one more");
        assertThat(mastodon.find(sample("p1", "unsent"))).isInstanceOf(Outcome.Unknown.class);
    }

    private Publication published(Post post) {
        return SocialContract.publication(post, ((Outcome.Ok) mastodon.publish(post)).receipt());
    }
}
