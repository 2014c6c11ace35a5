package org.imprimatur.publisher.worker;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;

/**
 * Speaks with one kind of platform. Called by several threads, but never twice at once for one account; blocks for a
 * bounded time; answers by an {@link Outcome} and throws nothing.
 *
 * <p>An outcome other than {@link Outcome.Ok} and {@link Outcome.Unknown} is a promise that nothing became public.
 */
public interface Connector {
    /** What it can promise; never changes. */
    Set<Capability> capabilities();

    /** Makes the post public. Given the same post again it sends exactly the same. */
    Outcome publish(Post post);

    /**
     * Asks whether the post is public: Ok with its receipt, NotSent when it certainly is not, else Unknown.
     *
     * <p>Compares what is there with the post where the platform lets it.
     */
    Outcome find(Post post);

    /**
     * Reads back what the public sees of a publication, as evidence before it is taken down and as a proof after.
     *
     * <p>A platform that can't be read says {@link Sight.Unseen}.
     */
    default Sight look(Publication publication) {
        return new Sight.Unseen("what is live can't be read back from here");
    }

    /** Takes a publication down. Repeats are harmless: what is gone is {@link Removal.Gone}. */
    default Removal takeDown(Publication publication) {
        return new Removal.CannotDelete("this platform can't take down what it published");
    }

    /**
     * Until when the platform wants to hear nothing more for an account, by what it said of remaining requests; empty
     * when it may be called now. Must not block.
     */
    default Optional<Instant> restsUntil(String account) {
        return Optional.empty();
    }
}
