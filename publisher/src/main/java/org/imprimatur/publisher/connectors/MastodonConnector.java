package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.worker.Connector;

/**
 * Publishes on servers that speak the Mastodon API, and reads back what it published.
 *
 * <p>Promises no harmless repeats: the header Idempotency-Key protects only repeats that come one after the other, for
 * an hour, and not on every server. A post is found again by its text among what the account published since the gate
 * let it through.
 */
public final class MastodonConnector implements Connector {
    /** What accounts of this connector name as their platform. */
    public static final String PLATFORM = "mastodon";

    private static final Duration LIMITS_HOLD = Duration.ofHours(1);

    private final PlatformAccounts accounts;
    private final InstantSource clock;
    private final MastodonApi api;
    private final MastodonMedia media;
    private final MastodonReading reading;
    private final Map<URI, Known> instances = new ConcurrentHashMap<>();

    private record Known(MastodonLimits limits, Instant until) {}

    /**
     * A connector to the instances that the accounts name.
     *
     * @param timeout for a connection, and for each answer after that
     * @param looksEvery how long to wait between two looks at what the instance has not finished
     */
    public MastodonConnector(
            PlatformAccounts accounts, MediaBytes bytes, Duration timeout, Duration looksEvery, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.api = new MastodonApi(new Exchange("Mastodon", timeout));
        Pause pause = new Pause(looksEvery);
        this.media = new MastodonMedia(api, bytes, pause, clock);
        this.reading = new MastodonReading(api, pause, clock);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.CAN_BE_ASKED);
    }

    @Override
    public Outcome publish(Post post) {
        if (post.inReplyTo().isPresent()) {
            return new Outcome.Rejected("a reply can't be put under what it answers yet");
        }
        return account(post)
                .end(account -> limits(account, post)
                        .beforeSending()
                        .then(limits -> taken(limits, post))
                        .then(limits -> media.uploaded(account, post))
                        .then(ids -> api.create(account, post, ids))
                        .end(answer -> created(account, post, answer)));
    }

    @Override
    public Outcome find(Post post) {
        return account(post) instanceof Step.Went<PlatformAccount> went
                ? reading.found(went.value(), post)
                : new Outcome.Unknown("the account's credentials can't be read, so nobody can be asked");
    }

    private Outcome created(PlatformAccount account, Post post, Answer answer) {
        if (!answer.isOk()) {
            return answer.refusal(post, clock.instant());
        }
        String id = answer.body().path("id").asText("");
        return id.isEmpty()
                ? new Outcome.Unknown("Mastodon answered " + answer.status() + " without an id")
                : reading.confirmed(account, post, id);
    }

    private Step<PlatformAccount> account(Post post) {
        try {
            return Step.went(accounts.of(post.id().account()));
        } catch (IOException unusable) {
            return Step.stopped(new Outcome.Auth("no credentials of the account: " + unusable.getMessage()));
        }
    }

    private static Step<MastodonLimits> taken(MastodonLimits limits, Post post) {
        return limits.obstacle(post)
                .<Step<MastodonLimits>>map(why -> Step.stopped(new Outcome.Rejected(why)))
                .orElseGet(() -> Step.went(limits));
    }

    private Step<MastodonLimits> limits(PlatformAccount account, Post post) {
        Instant now = clock.instant();
        Optional<Known> known =
                Optional.ofNullable(instances.get(account.url())).filter(k -> now.isBefore(k.until()));
        return known.isPresent()
                ? Step.went(known.get().limits())
                : api.instance(account, 2)
                        .then(second -> second.status() == 404 ? api.instance(account, 1) : Step.went(second))
                        .then(answer -> answer.isOk() || answer.status() == 404
                                ? Step.went(MastodonLimits.read(answer.body()))
                                : Step.stopped(answer.refusal(post, now)))
                        .then(limits -> {
                            instances.put(account.url(), new Known(limits, now.plus(LIMITS_HOLD)));
                            return Step.went(limits);
                        });
    }
}
