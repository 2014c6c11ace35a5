package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.wire.LiveHash;
import org.junit.jupiter.api.Test;

/** What a connector to a social platform owes besides: it reads back, and takes down where its platform lets it. */
public interface SocialContract extends ConnectorContract {

    @Test
    default void whatIsPublishedIsSeenAndTakenDownAndGone() {
        Post post = sample("p1", "for a while");
        if (!(connector().publish(post) instanceof Outcome.Ok ok)) {
            throw new AssertionError("it is not published");
        }
        Publication publication = publication(post, ok.receipt());
        if (connector().takeDown(publication) instanceof Removal.CannotDelete) {
            assertThat(publicTexts()).containsExactly("for a while");
            return;
        }

        assertThat(publicTexts()).isEmpty();
        assertThat(connector().look(publication)).isInstanceOf(Sight.Gone.class);
        assertThat(connector().takeDown(publication)).isInstanceOf(Removal.Gone.class);
    }

    @Test
    default void whatIsSeenIsWhatWasApproved() {
        Post post = sample("p1", "for all to see");
        if (connector().publish(post) instanceof Outcome.Ok ok
                && connector().look(publication(post, ok.receipt())) instanceof Sight.Seen seen) {
            assertThat(seen.live().text()).isEqualTo("for all to see");
            assertThat(seen.live().media()).hasSameSizeAs(post.media());
            assertThat(ok.liveHash())
                    .contains(LiveHash.of(seen.live().text(), seen.live().media()));
        }
    }

    @Test
    default void whatCannotBeReachedIsNotSaidToBeGone() {
        Post post = sample("p1", "still there");
        Publication publication = publication(post, new Receipt("id-1", Optional.empty()));
        cutOff();

        assertThat(connector().look(publication)).isInstanceOf(Sight.Unseen.class);
        assertThat(connector().takeDown(publication)).isNotInstanceOfAny(Removal.Removed.class, Removal.Gone.class);
    }

    /** What is to be taken down after it was published. */
    static Publication publication(Post post, Receipt receipt) {
        return new Publication(post.id(), post.idempotencyKey(), post.platform(), receipt);
    }
}
