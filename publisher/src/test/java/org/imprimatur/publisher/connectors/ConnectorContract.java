package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.Test;

/** What every connector owes to the worker. */
public interface ConnectorContract {

    /** The connector, with a platform that is well and empty. */
    Connector connector();

    /** The texts that the public sees now, each as often as it sees it. */
    List<String> publicTexts();

    /** Makes the platform unreachable, so that nothing can be sent. */
    void cutOff();

    /** A post as this connector takes it. */
    default Post sample(String postId, String text) {
        return post(postId, text);
    }

    @Test
    default void whatIsPublishedIsPublicOnceAndUnchanged() {
        Outcome outcome = connector().publish(sample("p1", "a text with \"quotes\", ünïcode 🏥\nand lines"));

        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        assertThat(publicTexts()).containsExactly("a text with \"quotes\", ünïcode 🏥\nand lines");
    }

    @Test
    default void harmlessRepeatsMakeNoSecondPublication() {
        if (!connector().capabilities().contains(Capability.REPEATS_ARE_HARMLESS)) {
            return;
        }
        Post post = sample("p1", "once");

        Outcome first = connector().publish(post);
        Outcome second = connector().publish(post);

        assertThat(second).isEqualTo(first).isInstanceOf(Outcome.Ok.class);
        assertThat(publicTexts()).containsExactly("once");
    }

    @Test
    default void onlyAConnectorThatCanAskSaysWhetherAPostIsPublic() {
        Post post = sample("p1", "asked for");
        boolean canAsk = connector().capabilities().contains(Capability.CAN_BE_ASKED);

        assertThat(connector().find(post)).isInstanceOf(canAsk ? Outcome.NotSent.class : Outcome.Unknown.class);
        Outcome published = connector().publish(post);
        assertThat(connector().find(post).equals(published)).isEqualTo(canAsk);
    }

    @Test
    default void whatCannotBeSentIsNotPublicAndSaysSo() {
        cutOff();

        assertThat(connector().publish(sample("p1", "unsent"))).isInstanceOf(Outcome.NotSent.class);
        assertThat(publicTexts()).isEmpty();
    }

    @Test
    default void reasonsHoldNoDraftText() {
        cutOff();

        assertThat(connector().publish(sample("p1", Samples.TEXT)).toString()).doesNotContain("CANARY");
        assertThat(connector().find(sample("p1", Samples.TEXT)).toString()).doesNotContain("CANARY");
    }

    static Post post(String postId, String text) {
        return post(new DeliveryId(postId, 1, "harbor"), text);
    }

    static Post post(DeliveryId id, String text) {
        return new Post(
                id,
                "0123456789abcdef-key-of-" + Integer.toHexString(id.text().hashCode()),
                "hash-of-" + Integer.toHexString(text.hashCode()),
                "any",
                text,
                Optional.empty(),
                List.of(new Post.Media("beef", "image/jpeg", "a nurse")),
                Samples.NOW);
    }

    /** For connectors that have no bytes of pictures. */
    static Post bare(String postId, String text) {
        return with(post(postId, text), Optional.empty(), List.of());
    }

    static Post with(Post post, Optional<String> inReplyTo, List<Post.Media> media) {
        return new Post(
                post.id(),
                post.idempotencyKey(),
                post.contentHash(),
                post.platform(),
                post.text(),
                inReplyTo,
                media,
                post.preparedAt());
    }
}
