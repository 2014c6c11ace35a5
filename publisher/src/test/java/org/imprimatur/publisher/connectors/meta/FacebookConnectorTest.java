package org.imprimatur.publisher.connectors.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.DialectContract;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformConnector;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookConnectorTest implements DialectContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final TestPictures store = new TestPictures();
    private final FakeFacebook fake = new FakeFacebook(CLOCK);
    private final Connector facebook = connector(FakeFacebook.PAGE_TOKEN);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    public Connector connector() {
        return facebook;
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
        return request.path().endsWith("/feed");
    }

    @Override
    public void cutTexts() {
        fake.cutsTexts();
    }

    @Test
    void aPersonsTokenPublishesNothingUnderThePersonsName() {
        assertThat(connector(FakeFacebook.PERSON_TOKEN)
                        .publish(sample("p1", "x"))
                        .toString())
                .contains("Auth", "not the page's own");
        assertThat(fake.elsewhere()).isEmpty();
        assertThat(fake.texts()).isEmpty();
    }

    @Test
    void aDuplicateMayBeOurOwnPostAndIsFound() {
        facebook.publish(sample("p1", "twice"));

        assertThat(facebook.publish(sample("p1", "twice"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(facebook.find(sample("p1", "twice"))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.texts()).containsExactly("twice");
    }

    @Test
    void descriptionsGoWithTheBytesOfPicturesThatAreNotPublishedYet() {
        facebook.publish(pictured("p1", store.four()));

        assertThat(fake.server.requests("POST", "/v24.0/" + FakeFacebook.PAGE + "/photos"))
                .hasSize(4)
                .allMatch(request -> request.body().contains("name=\"published\"")
                        && request.body().contains("a nurse at work")
                        && request.body().contains("PNG"));
    }

    @ParameterizedTest
    @CsvSource({"190, Auth", "200, Auth", "10, Auth", "100, Rejected", "1, Unknown", "2, Unknown"})
    void anErrorsNumberSaysMoreThanItsStatus(int code, String kind) {
        fake.server.overrules(this::isCreate, FakeFacebook.error(code, 0, "OAuthException"));

        assertThat(facebook.publish(sample("p1", "x")).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 17, 32, 613, 80001})
    void aFullLimitIsAnErrorWithoutATime(int code) {
        fake.server.overrules(this::isCreate, FakeFacebook.error(code, 0, "OAuthException"));

        assertThat(facebook.publish(sample("p1", "x")))
                .isEqualTo(new Outcome.RateLimited(Instant.parse("2026-11-22T10:15:00Z")));
    }

    private Connector connector(String token) {
        PlatformAccount account =
                new PlatformAccount(fake.server.url(), FakeFacebook.PAGE, Secret.of(token), List.of());
        return new PlatformConnector(
                new FacebookDialect("v24.0", Duration.ofSeconds(5), CLOCK),
                id -> account,
                store.bytes(),
                Duration.ofMillis(1),
                CLOCK);
    }
}
