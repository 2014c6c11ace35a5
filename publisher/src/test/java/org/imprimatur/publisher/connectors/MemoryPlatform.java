package org.imprimatur.publisher.connectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.worker.Connector;

/** A platform in memory; it outlives the publishers that talk to it. Repeats are told only where it promises so. */
public class MemoryPlatform implements Connector {
    private final Set<Capability> capabilities;
    private final List<Post> live = new ArrayList<>();
    private final Queue<Outcome> refusals = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> inFlight = new HashMap<>();
    private final Queue<Removal> takedownRefusals = new ConcurrentLinkedQueue<>();
    private int mostInFlight;
    private int takedowns;
    private volatile Runnable beforeAnswer = () -> {};

    public MemoryPlatform(Capability... capabilities) {
        this.capabilities = Set.of(capabilities);
    }

    /** The next call is answered so, and nothing becomes public. */
    public MemoryPlatform refusesOnce(Outcome refusal) {
        refusals.add(refusal);
        return this;
    }

    /** The next take-down is answered so, and what is live stays. */
    public MemoryPlatform keepsOnce(Removal refusal) {
        takedownRefusals.add(refusal);
        return this;
    }

    /** How often it was asked to take something down. */
    public synchronized int takedowns() {
        return takedowns;
    }

    /** Runs in each call after the post became public, before the caller hears of it. */
    public MemoryPlatform beforeAnswer(Runnable hook) {
        beforeAnswer = hook;
        return this;
    }

    public synchronized List<Post> live() {
        return List.copyOf(live);
    }

    /** The most calls that were ever in flight for one account. */
    public synchronized int mostInFlightForAnAccount() {
        return mostInFlight;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Outcome publish(Post post) {
        enter(post);
        try {
            Optional<Outcome> refused = Optional.ofNullable(refusals.poll());
            if (refused.isEmpty()) {
                take(post);
                beforeAnswer.run();
            }
            return refused.orElseGet(() -> ok(post));
        } finally {
            leave(post);
        }
    }

    @Override
    public synchronized Outcome find(Post post) {
        if (!capabilities.contains(Capability.CAN_BE_ASKED)) {
            return new Outcome.Unknown("can't be asked");
        }
        return live.contains(post) ? ok(post) : new Outcome.NotSent("not there");
    }

    @Override
    public synchronized Sight look(Publication publication) {
        return live.stream()
                .filter(post -> post.id().equals(publication.id()))
                .findFirst()
                .<Sight>map(
                        post -> new Sight.Seen(new Live(post.text(), List.of(), Optional.empty(), post.preparedAt())))
                .orElseGet(Sight.Gone::new);
    }

    @Override
    public synchronized Removal takeDown(Publication publication) {
        takedowns++;
        Optional<Removal> refused = Optional.ofNullable(takedownRefusals.poll());
        return refused.orElseGet(() ->
                live.removeIf(post -> post.id().equals(publication.id())) ? new Removal.Removed() : new Removal.Gone());
    }

    private synchronized void take(Post post) {
        if (!capabilities.contains(Capability.REPEATS_ARE_HARMLESS) || !live.contains(post)) {
            live.add(post);
        }
    }

    private synchronized void enter(Post post) {
        AtomicInteger count = inFlight.computeIfAbsent(post.id().account(), account -> new AtomicInteger());
        mostInFlight = Math.max(mostInFlight, count.incrementAndGet());
    }

    private synchronized void leave(Post post) {
        inFlight.computeIfAbsent(post.id().account(), account -> new AtomicInteger())
                .decrementAndGet();
    }

    private static Outcome ok(Post post) {
        return new Outcome.Ok(new Receipt("memory-" + post.id().text(), Optional.empty()));
    }
}
