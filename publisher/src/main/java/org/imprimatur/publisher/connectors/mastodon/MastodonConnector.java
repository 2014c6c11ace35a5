package org.imprimatur.publisher.connectors.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.BoundAccounts;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.Pace;
import org.imprimatur.publisher.connectors.Pause;
import org.imprimatur.publisher.connectors.Pictures;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformAccounts;
import org.imprimatur.publisher.connectors.Removals;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
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
    public static final String PLATFORM = Platforms.MASTODON.name();

    private static final String NOBODY = "the account or what the post answers can't be read, so nobody can be asked";
    private static final Duration LIMITS_HOLD = Duration.ofHours(1);

    private final BoundAccounts accounts;
    private final InstantSource clock;
    private final Pace pace;
    private final Pictures pictures;
    private final MastodonApi api;
    private final MastodonMedia media;
    private final MastodonAddresses addresses;
    private final MastodonReading reading;
    private final Map<URI, Known> instances = new ConcurrentHashMap<>();

    private record Known(Platform limits, Instant until) {}

    /**
     * A connector to the instances that the accounts name.
     *
     * @param timeout for a connection, and for each answer after that
     * @param looksEvery how long to wait between two looks at what the instance has not finished
     */
    public MastodonConnector(
            PlatformAccounts accounts, MediaBytes bytes, Duration timeout, Duration looksEvery, InstantSource clock) {
        this.accounts = new BoundAccounts(accounts, false);
        this.clock = clock;
        this.pace = new Pace(clock);
        this.pictures = new Pictures(bytes);
        this.api = new MastodonApi(new Exchange(Platforms.MASTODON.title(), timeout));
        Pause pause = new Pause(looksEvery);
        this.media = new MastodonMedia(api, pause, pace, clock);
        this.addresses = new MastodonAddresses(api, clock);
        this.reading = new MastodonReading(api, pause, clock);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.CAN_BE_ASKED);
    }

    @Override
    public Outcome publish(Post post) {
        return accounts.open(Errand.of(post))
                .end(account -> limits(account, post)
                        .beforeSending()
                        .then(limits -> pictures.taken(post, limits))
                        .then(taken -> addresses
                                .under(account, post)
                                .then(under -> media.uploaded(account, post, taken)
                                        .then(ids -> sent(account, post, under, ids))
                                        .then(answer ->
                                                Step.went(created(account, new Approved(post, under), answer)))))
                        .end(outcome -> outcome));
    }

    @Override
    public Outcome find(Post post) {
        Step<Outcome> found = accounts.open(Errand.of(post))
                .then(account -> addresses
                        .under(account, post)
                        .then(under -> Step.went(reading.found(account, new Approved(post, under)))));
        return found instanceof Step.Went<Outcome> went ? went.value() : new Outcome.Unknown(NOBODY);
    }

    @Override
    public Sight look(Publication publication) {
        Step<Sight> seen = accounts.open(Errand.of(publication))
                .then(account -> addresses
                        .id(account, publication)
                        .then(id -> Step.went(reading.seen(account, Errand.of(publication), id))));
        return seen instanceof Step.Went<Sight> went ? went.value() : new Sight.Unseen(NOBODY);
    }

    @Override
    public Removal takeDown(Publication publication) {
        Errand errand = Errand.of(publication);
        Step<Answer> asked = accounts.open(errand)
                .then(account -> addresses
                        .id(account, publication)
                        .then(id -> pace.open(errand.account(), "delete")
                                .then(name -> api.delete(account, id).then(answer -> pace.heard(name, answer)))));
        if (asked instanceof Step.Went<Answer> went && went.value().status() == 404) {
            return notThere(look(publication));
        }
        return Removals.verified(
                asked.then(answer ->
                        answer.isOk() ? Step.went(answer) : Step.stopped(answer.refusal(errand, clock.instant()))),
                () -> look(publication));
    }

    /** A server without this request answers the same as one without the status. */
    private static Removal notThere(Sight sight) {
        if (sight instanceof Sight.Gone) {
            return new Removal.Gone();
        }
        return sight instanceof Sight.Seen
                ? new Removal.CannotDelete("the server answers that there is nothing to delete, and it is still live")
                : new Removal.Unknown("the server answers that there is nothing to delete, and it can't be looked at");
    }

    private Step<Answer> sent(PlatformAccount account, Post post, Optional<String> under, List<String> media) {
        return pace.open(post.id().account(), "status")
                .then(name -> api.create(account, post, under, media).then(answer -> pace.heard(name, answer)));
    }

    private Outcome created(PlatformAccount account, Approved approved, Answer answer) {
        if (!answer.isOk()) {
            return answer.refusal(Errand.of(approved.post()), clock.instant());
        }
        String id = answer.body().path("id").asText("");
        return id.isEmpty()
                ? new Outcome.Unknown("Mastodon answered " + answer.status() + " without an id")
                : reading.confirmed(account, approved, id);
    }

    private Step<Platform> limits(PlatformAccount account, Post post) {
        Instant now = clock.instant();
        Optional<Known> known =
                Optional.ofNullable(instances.get(account.url())).filter(k -> now.isBefore(k.until()));
        return known.isPresent()
                ? Step.went(known.get().limits())
                : api.instance(account, 2)
                        .then(second -> second.status() == 404 ? api.instance(account, 1) : Step.went(second))
                        .then(answer -> answer.isOk() || answer.status() == 404
                                ? Step.went(MastodonLimits.read(answer.body()))
                                : Step.stopped(answer.refusal(Errand.of(post), now)))
                        .then(limits -> {
                            instances.put(account.url(), new Known(limits, now.plus(LIMITS_HOLD)));
                            return Step.went(limits);
                        });
    }
}
