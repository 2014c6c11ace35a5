package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Removal;
import org.junit.jupiter.api.Test;

/** What a connector made of a dialect owes besides, against a fake of its platform's published contract. */
public interface DialectContract extends SocialContract {
    TestPictures store();

    LoopbackServer server();

    /** Whether it is the one request that makes a post public. */
    boolean isCreate(Request request);

    /** The platform keeps another text from now on than it was given. */
    void cutTexts();

    @Override
    default Post sample(String postId, String text) {
        return ConnectorContract.bare(postId, text);
    }

    /** Four pictures of a kind that every platform takes. */
    default List<Post.Media> four() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(seed -> store().jpeg(seed, "a nurse at work, picture " + seed))
                .toList();
    }

    default Post pictured(String postId, List<Post.Media> media) {
        return ConnectorContract.with(sample(postId, "look"), Optional.empty(), media);
    }

    @Test
    default void aLostAnswerIsUnknownAndThePostIsFoundAndNotMadeTwice() {
        server().losesAnswersTo(this::isCreate);

        assertThat(connector().publish(sample("p1", "lost & found"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(connector().find(sample("p1", "lost & found"))).isInstanceOf(Outcome.Ok.class);
        assertThat(connector().find(sample("p2", "another"))).isInstanceOf(Outcome.NotSent.class);
        assertThat(publicTexts()).hasSize(1);
    }

    @Test
    default void whatIsLiveOtherwiseThanApprovedIsUnknown() {
        cutTexts();

        assertThat(connector().publish(sample("p1", "whole text")).toString())
                .contains("Unknown", "not what was approved");
    }

    @Test
    default void fourPicturesAreLiveWithTheirDescriptions() {
        Post post = pictured("p1", four());

        assertThat(connector().publish(post)).isInstanceOf(Outcome.Ok.class);
        assertThat(connector().find(post)).isInstanceOf(Outcome.Ok.class);
        assertThat(connector().find(pictured("p1", four().subList(0, 3)))).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    default void aServerErrorAtTheCreationMayHaveGoneLive() {
        server().overrules(this::isCreate, Response.json(503, "{}"));

        assertThat(connector().publish(sample("p1", "x"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    default void aServerErrorBeforeTheCreationSentNothing() {
        server().overrules(request -> !isCreate(request), Response.json(503, "{}"));

        assertThat(connector().publish(pictured("p1", four()))).isInstanceOf(Outcome.NotSent.class);
        assertThat(publicTexts()).isEmpty();
    }

    @Test
    default void aRefusedTokenIsAMatterOfTheCredentials() {
        server().overrules(request -> true, Response.json(401, "{}"));

        assertThat(connector().publish(sample("p1", "x"))).isInstanceOf(Outcome.Auth.class);
    }

    @Test
    default void tooManyRequestsWaitUntilTheServerSays() {
        server().overrules(this::isCreate, Response.json(429, "{}").with("Retry-After", "120"));

        assertThat(connector().publish(sample("p1", "x")))
                .isEqualTo(new Outcome.RateLimited(Samples.NOW.plusSeconds(120)));
    }

    @Test
    default void aTakedownThatIsRefusedIsNotSaidToBeDone() {
        if (!(connector().publish(sample("p1", "x")) instanceof Outcome.Ok ok)) {
            throw new AssertionError("it is not published");
        }
        server().overrules(request -> request.method().equals("DELETE"), Response.json(500, "{}"));

        assertThat(connector().takeDown(SocialContract.publication(sample("p1", "x"), ok.receipt())))
                .isNotInstanceOfAny(Removal.Removed.class, Removal.Gone.class);
    }

    @Test
    default void aTextThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        assertThat(connector().publish(sample("p1", "x".repeat(70_000)))).isInstanceOf(Outcome.Rejected.class);
        assertThat(publicTexts()).isEmpty();
    }

    @Test
    default void aReplyWithoutAPlaceIsNotPublishedAsAPostOfItsOwn() {
        Post reply = ConnectorContract.with(sample("p1", "thank you"), Optional.of("a comment"), List.of());

        assertThat(connector().publish(reply)).isInstanceOf(Outcome.Rejected.class);
        assertThat(publicTexts()).isEmpty();
    }
}
