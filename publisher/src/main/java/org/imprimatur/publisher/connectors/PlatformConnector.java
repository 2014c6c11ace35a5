package org.imprimatur.publisher.connectors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.wire.LiveHash;
import org.imprimatur.publisher.worker.Connector;

/**
 * Publishes by a platform's dialect, and reads back what it published.
 *
 * <p>Promises no harmless repeats. A post is found again by its text among what the account published since the gate let
 * it through.
 */
public final class PlatformConnector implements Connector {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final int MOST_LOOKS = 3;

    private final Dialect dialect;
    private final BoundAccounts accounts;
    private final Pictures pictures;
    private final Pause pause;
    private final Pace pace;
    private final InstantSource clock;

    /**
     * A connector that speaks this dialect.
     *
     * @param looksEvery how long to wait between two looks at what can't be read back at once
     */
    public PlatformConnector(
            Dialect dialect, PlatformAccounts accounts, MediaBytes bytes, Duration looksEvery, InstantSource clock) {
        this.dialect = dialect;
        this.accounts = new BoundAccounts(accounts, dialect.needsHandle());
        this.pictures = new Pictures(bytes);
        this.pause = new Pause(looksEvery);
        this.pace = new Pace(clock);
        this.clock = clock;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.CAN_BE_ASKED);
    }

    @Override
    public Outcome publish(Post post) {
        Errand errand = Errand.of(post);
        if (post.inReplyTo().isPresent() && !dialect.platform().replies()) {
            return new Outcome.Rejected("a reply can't be put under what it answers on "
                    + dialect.platform().title() + " from here");
        }
        return pictures.taken(post, dialect.platform())
                .then(taken -> accounts.open(errand)
                        .then(account -> pace.open(errand.account(), "create")
                                .then(name -> dialect.prepared(account, post, taken)
                                        .beforeSending()
                                        .then(ids -> dialect.create(account, post, ids))
                                        .then(answer -> pace.heard(name, answer)))
                                .then(answer -> Step.went(judged(account, post, answer)))))
                .end(outcome -> outcome);
    }

    @Override
    public Outcome find(Post post) {
        Errand errand = Errand.of(post);
        Step<Outcome> found = accounts.open(errand)
                .then(account -> dialect.publishedSince(
                        account, errand, post.preparedAt().minus(CLOCKS_DIFFER)))
                .then(all -> Step.went(all.stream()
                        .filter(remote -> isOf(post, remote))
                        .findFirst()
                        .map(this::ok)
                        .orElseGet(() -> new Outcome.NotSent("it is not among what the account published since"))));
        return found instanceof Step.Went<Outcome> went
                ? went.value()
                : new Outcome.Unknown(dialect.platform().title() + " can't be asked now whether it is live");
    }

    @Override
    public Sight look(Publication publication) {
        Errand errand = Errand.of(publication);
        Step<Sight> seen = accounts.open(errand)
                .then(account ->
                        dialect.read(account, errand, publication.receipt().remoteId()))
                .then(remote -> Step.went(
                        remote.<Sight>map(there -> new Sight.Seen(live(there))).orElseGet(Sight.Gone::new)));
        return seen instanceof Step.Went<Sight> went
                ? went.value()
                : new Sight.Unseen(dialect.platform().title() + " can't be asked now what is live");
    }

    @Override
    public Removal takeDown(Publication publication) {
        if (!dialect.platform().removes()) {
            return new Removal.CannotDelete(
                    dialect.platform().title() + " does not let programs take a post down: a person does it there");
        }
        if (look(publication) instanceof Sight.Gone) {
            return new Removal.Gone();
        }
        Errand errand = Errand.of(publication);
        Step<Answer> asked = accounts.open(errand)
                .then(account -> pace.open(errand.account(), "delete")
                        .then(name -> dialect.delete(
                                        account, publication.receipt().remoteId())
                                .then(answer -> pace.heard(name, answer))))
                .then(answer -> answer.isOk()
                        ? Step.went(answer)
                        : Step.stopped(dialect.refusal(answer, errand, clock.instant())));
        return Removals.verified(asked, () -> look(publication));
    }

    private Outcome judged(PlatformAccount account, Post post, Answer answer) {
        if (!answer.isOk()) {
            return dialect.refusal(answer, Errand.of(post), clock.instant());
        }
        String id = dialect.idOf(answer);
        return id.isEmpty()
                ? new Outcome.Unknown(answer.said(Errand.of(post)) + " without an id")
                : confirmed(account, post, id);
    }

    private Outcome confirmed(PlatformAccount account, Post post, String id) {
        for (int look = 1; look <= MOST_LOOKS; look++) {
            if (dialect.read(account, Errand.of(post), id) instanceof Step.Went<Optional<Remote>> read
                    && read.value().isPresent()) {
                return isOf(post, read.value().get())
                        ? ok(read.value().get())
                        : new Outcome.Unknown("what is live as " + id + " is not what was approved; look at it there");
            }
            if (look < MOST_LOOKS && !pause.isOver()) {
                break;
            }
        }
        return new Outcome.Unknown(dialect.platform().title() + " took it as " + id + ", and it can't be read back");
    }

    private boolean isOf(Post post, Remote remote) {
        List<String> descriptions =
                post.media().stream().map(Post.Media::altText).toList();
        return dialect.comparable(remote.text()).equals(dialect.comparable(post.text()))
                && remote.pictures().size() == post.media().size()
                && (remote.descriptions().isEmpty() || remote.descriptions().equals(descriptions));
    }

    private Outcome ok(Remote remote) {
        return new Outcome.Ok(
                new Receipt(remote.id(), remote.url()), Optional.of(LiveHash.of(remote.text(), remote.pictures())));
    }

    private Live live(Remote remote) {
        Instant now = clock.instant();
        return new Live(remote.text(), remote.pictures(), remote.url(), now);
    }
}
