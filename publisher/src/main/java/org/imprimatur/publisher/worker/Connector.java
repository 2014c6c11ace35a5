package org.imprimatur.publisher.worker;

import java.util.Set;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

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
}
