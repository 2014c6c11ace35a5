package org.imprimatur.publisher.connectors.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.DialectContract;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformConnector;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XConnectorTest implements DialectContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final TestPictures store = new TestPictures();
    final FakeX fake = new FakeX(CLOCK);
    private final PlatformAccount account =
            new PlatformAccount(fake.server.url(), "", Secret.of(FakeX.TOKEN), List.of());
    private final Connector x = new PlatformConnector(
            new XDialect(Duration.ofSeconds(5), CLOCK), id -> account, store.bytes(), Duration.ofMillis(1), CLOCK);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    public Connector connector() {
        return x;
    }

    @Override
    public List<String> publicTexts() {
        return fake.sent().stream().map(post -> post.path("text").asText()).toList();
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
        return request.is("POST", "/2/tweets");
    }

    @Override
    public void cutTexts() {
        fake.cutsTexts();
    }

    @Test
    void shortenedLinksAndEscapedSignsAreReadAsTheyWereWritten() {
        Post post = sample("p1", "2 < 3 & more: https://example.org/a?b=1&c=2 and https://example.com/");

        assertThat(x.publish(post)).isInstanceOf(Outcome.Ok.class);
        assertThat(x.find(post)).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aDuplicateMayBeOurOwnPostAndIsFound() {
        x.publish(sample("p1", "twice"));

        assertThat(x.publish(sample("p1", "twice")))
                .isEqualTo(new Outcome.Unknown("X refuses it as a duplicate, so it may be live already"));
        assertThat(x.find(sample("p1", "twice"))).isInstanceOf(Outcome.Ok.class);
        assertThat(publicTexts()).containsExactly("twice");
    }

    @Test
    void aRateLimitHasNoRetryAfterAndEndsAtTheSecondOfItsOwnHeader() {
        fake.server.overrules(this::isCreate, Response.json(429, "{}").with("x-rate-limit-reset", "1795342200"));

        assertThat(x.publish(sample("p1", "x")))
                .isEqualTo(new Outcome.RateLimited(Instant.parse("2026-11-22T10:10:00Z")));
    }

    @Test
    void aReplyNamesWhatItAnswers() {
        Post reply = ConnectorContract.with(
                sample("p1", "At nine."), Optional.of("https://x.com/ana/status/123?s=20\nWhen?"), List.of());

        assertThat(x.publish(reply)).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.sent().get(0).path("reply").path("in_reply_to_tweet_id").asText())
                .isEqualTo("123");
    }

    @Test
    void aRefusalDoesNotRepeatTheText() {
        fake.server.overrules(
                this::isCreate, Response.json(400, "{\"title\": \"CANARY\", \"detail\": \"CANARY is too long\"}"));

        assertThat(x.publish(sample("p1", "CANARY flu"))).isEqualTo(new Outcome.Rejected("X answered 400"));
    }
}
