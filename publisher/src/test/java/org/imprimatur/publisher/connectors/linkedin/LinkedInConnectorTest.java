package org.imprimatur.publisher.connectors.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.DialectContract;
import org.imprimatur.publisher.connectors.LoopbackServer;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformConnector;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInConnectorTest implements DialectContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final TestPictures store = new TestPictures();
    private final FakeLinkedIn fake = new FakeLinkedIn(CLOCK);
    private final PlatformAccount account =
            new PlatformAccount(fake.server.url(), FakeLinkedIn.PAGE, Secret.of(FakeLinkedIn.TOKEN), List.of());
    private final Connector linkedIn = new PlatformConnector(
            new LinkedInDialect(FakeLinkedIn.VERSION, Duration.ofSeconds(5), Duration.ofMillis(1), CLOCK),
            id -> account,
            store.bytes(),
            Duration.ofMillis(1),
            CLOCK);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    public Connector connector() {
        return linkedIn;
    }

    @Override
    public List<String> publicTexts() {
        return fake.posts().stream()
                .map(post -> LittleText.read(post.path("commentary").asText()))
                .toList();
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
        return request.is("POST", "/rest/posts");
    }

    @Override
    public void cutTexts() {
        fake.server.overrules(
                request -> request.method().equals("GET"),
                Response.json(200, "{\"id\": \"urn:li:share:1\", \"commentary\": \"whole\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call (555) 0100 | ask @reception [desk] <now> {today} *please* ~5 min\\ok",
                "#flu shots at a_b, C# is no tag, #Grippe_2026!",
                "plain"
            })
    void noSignCutsTheText(String text) {
        assertThat(linkedIn.publish(sample("p1", text))).isInstanceOf(Outcome.Ok.class);
        assertThat(publicTexts()).containsExactly(text);
    }

    @Test
    void theFakeCutsATextThatIsNotEscaped() {
        fake.createdRaw("call (555) 0100");

        assertThat(publicTexts()).containsExactly("call ");
    }

    @Test
    void hashtagsStayHashtags() {
        assertThat(LittleText.of("get #flu_shots (#free)"))
                .isEqualTo("get {hashtag|\\#|flu\\_shots} \\({hashtag|\\#|free}\\)");
    }

    @Test
    void aVersionThatEndedNamesTheSettingToChange() {
        fake.speaksOnly("202711");

        assertThat(linkedIn.publish(sample("p1", "x")).toString())
                .contains("Auth", "202610", "publisher.linkedin-version");
    }

    @Test
    void aDuplicateMayBeOurOwnPostAndIsFound() {
        linkedIn.publish(sample("p1", "twice"));

        assertThat(linkedIn.publish(sample("p1", "twice"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(linkedIn.find(sample("p1", "twice"))).isInstanceOf(Outcome.Ok.class);
        assertThat(publicTexts()).containsExactly("twice");
    }

    @Test
    void aPictureThatCannotBeProcessedIsRejectedBeforeThePostIsMade() {
        fake.failsToProcess();

        assertThat(linkedIn.publish(pictured("p1", store.four())))
                .isEqualTo(new Outcome.Rejected("LinkedIn can't process a picture"));
        assertThat(fake.posts()).isEmpty();
    }

    @Test
    void aPictureGoesAloneOrAsOneOfSeveral() {
        linkedIn.publish(pictured("p1", List.of(store.png(1, "a nurse"))));
        assertThat(fake.posts()
                        .get(0)
                        .path("content")
                        .path("media")
                        .path("altText")
                        .asText())
                .isEqualTo("a nurse");
        assertThat(fake.server.requests("PUT", "/upload/C4E1")).hasSize(1);
    }
}
