package org.imprimatur.publisher.connectors.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.DialectContract;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformConnector;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstagramConnectorTest implements DialectContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);
    private static final PublicPictures SHOWN =
            new PublicPictures(Optional.of(URI.create("https://media.example.org/p")));

    private final TestPictures store = new TestPictures();
    private final FakeContainers fake = FakeContainers.instagram(CLOCK);
    private final Connector connector = connector(SHOWN);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    public Connector connector() {
        return connector;
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
    public TestPictures store() {
        return store;
    }

    @Override
    public LoopbackServer server() {
        return fake.server;
    }

    @Override
    public boolean isCreate(Request request) {
        return request.path().endsWith("_publish");
    }

    @Override
    public void cutTexts() {
        fake.cutsTexts();
    }

    /** Without a picture there is no post. */
    @Override
    public Post sample(String postId, String text) {
        return ConnectorContract.with(
                ConnectorContract.bare(postId, text), Optional.empty(), List.of(store.jpeg(1, "a nurse")));
    }

    @Test
    void aTakedownIsAPersonsTask() {
        Outcome.Ok ok = (Outcome.Ok) connector.publish(sample("p1", "x"));

        assertThat(connector.takeDown(SocialContract.publication(sample("p1", "x"), ok.receipt())))
                .isInstanceOf(Removal.CannotDelete.class);
        assertThat(fake.texts()).containsExactly("x");
    }

    @Test
    void aPostWithoutAPictureIsRejectedBeforeAnythingIsSent() {
        assertThat(connector.publish(ConnectorContract.bare("p1", "x")))
                .isEqualTo(new Outcome.Rejected("Instagram takes no post without a picture"));
        assertThat(fake.containers()).isEmpty();
    }

    @Test
    void aContainerThatIsNotReadyIsNotPublishedYet() {
        assertThat(connector.publish(sample("p1", "look"))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.server.requests("POST", "/v24.0/" + FakeContainers.USER + "/media_publish"))
                .hasSize(1);
    }

    @Test
    void aContainerThatFailsIsRejected() {
        fake.failsToProcess();

        assertThat(connector.publish(sample("p1", "look"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(fake.texts()).isEmpty();
    }

    @Test
    void withoutAPublicAddressPicturesAreRejectedAndTheSettingIsNamed() {
        assertThat(connector(new PublicPictures(Optional.empty()))
                        .publish(sample("p1", "look"))
                        .toString())
                .contains("Rejected", "publisher.media-address");
    }

    @Test
    void picturesAreFetchedFromTheirPublicAddress() {
        Post.Media picture = store.jpeg(1, "a nurse");
        connector.publish(pictured("p1", List.of(picture)));

        assertThat(fake.containers())
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry(
                                "image_url",
                                "https://media.example.org/p/" + picture.hash().substring(0, 2) + "/" + picture.hash())
                        .containsEntry("alt_text", "a nurse"));
    }

    private Connector connector(PublicPictures addresses) {
        PlatformAccount account =
                new PlatformAccount(fake.server.url(), FakeContainers.USER, Secret.of(FakeContainers.TOKEN), List.of());
        return new PlatformConnector(
                ContainerDialect.instagram("v24.0", addresses, Duration.ofSeconds(5), Duration.ofMillis(1), CLOCK),
                id -> account,
                store.bytes(),
                Duration.ofMillis(1),
                CLOCK);
    }
}
