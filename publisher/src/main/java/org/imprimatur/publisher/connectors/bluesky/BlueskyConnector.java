package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.BoundAccounts;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.Pace;
import org.imprimatur.publisher.connectors.Picture;
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
 * Publishes on Bluesky, or another server of the AT Protocol, and reads back what it published.
 *
 * <p>Each delivery has one record whose name follows from its key, and that is made only if it is not there: so repeats
 * are harmless, however late and however many at once, and asking for the record tells whether it is live.
 */
public final class BlueskyConnector implements Connector {
    /** What accounts of this connector name as their platform. */
    public static final String PLATFORM = Platforms.BLUESKY.name();

    /** Making and deleting records draw on one allowance. */
    private static final String WRITES = "record";

    private final BoundAccounts accounts;
    private final Pictures pictures;
    private final InstantSource clock;
    private final Pace pace;
    private final BlueskyApi api;
    private final BlueskySessions sessions;
    private final BlueskyHandles handles;
    private final BlueskyReplies replies;
    private final BlueskyBlobs blobs;
    private final BlueskyReading reading;

    /**
     * A connector to the servers that the accounts name.
     *
     * @param timeout for a connection, and for each answer after that
     */
    public BlueskyConnector(PlatformAccounts accounts, MediaBytes bytes, Duration timeout, InstantSource clock) {
        this.accounts = new BoundAccounts(accounts, true);
        this.pictures = new Pictures(bytes);
        this.clock = clock;
        this.pace = new Pace(clock);
        this.api = new BlueskyApi(new Exchange(Platforms.BLUESKY.title(), timeout));
        this.sessions = new BlueskySessions(api, clock);
        this.handles = new BlueskyHandles(api, clock);
        this.replies = new BlueskyReplies(api, sessions, handles, clock);
        this.reading = new BlueskyReading(clock);
        this.blobs = new BlueskyBlobs(api, sessions, pace, clock);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.REPEATS_ARE_HARMLESS, Capability.CAN_BE_ASKED);
    }

    @Override
    public Optional<Instant> restsUntil(String account) {
        return pace.closedUntil(account, WRITES);
    }

    @Override
    public Outcome publish(Post post) {
        return pictures.taken(post, Platforms.BLUESKY)
                .then(taken -> accounts.open(Errand.of(post))
                        .then(account -> parts(account, post, taken)
                                .then(parts -> put(account, post, BlueskyRecord.of(post, parts)))
                                .then(answer -> Step.went(judged(account, post, answer)))))
                .end(outcome -> outcome);
    }

    @Override
    public Outcome find(Post post) {
        Step<Outcome> found = accounts.open(Errand.of(post))
                .then(account -> read(account, Errand.of(post), RecordKey.of(post))
                        .then(answer -> isAbsent(answer)
                                ? Step.went(new Outcome.NotSent("there is no such record"))
                                : isOk(answer, Errand.of(post))
                                        .then(there -> Step.went(reading.compared(post, there.body())))));
        return found instanceof Step.Went<Outcome> went
                ? went.value()
                : new Outcome.Unknown("Bluesky can't be asked now whether it is live");
    }

    @Override
    public Sight look(Publication publication) {
        Errand errand = Errand.of(publication);
        Step<Sight> seen = accounts.open(errand)
                .then(account -> read(account, errand, key(publication))
                        .then(answer -> isAbsent(answer)
                                ? Step.went(new Sight.Gone())
                                : isOk(answer, errand)
                                        .then(there -> Step.went(new Sight.Seen(reading.live(there.body()))))));
        return seen instanceof Step.Went<Sight> went
                ? went.value()
                : new Sight.Unseen("Bluesky can't be asked now what is live");
    }

    @Override
    public Removal takeDown(Publication publication) {
        if (look(publication) instanceof Sight.Gone) {
            return new Removal.Gone();
        }
        Errand errand = Errand.of(publication);
        Step<Answer> asked = accounts.open(errand)
                .then(account -> paced(
                        errand,
                        () -> sessions.within(
                                account, errand, session -> api.deleteRecord(account, session, key(publication)))))
                .then(answer -> isOk(answer, errand));
        return Removals.verified(asked, () -> look(publication));
    }

    private Step<BlueskyRecord.Parts> parts(PlatformAccount account, Post post, List<Picture> taken) {
        return replies.under(account, post)
                .then(reply -> handles.mentioned(account, post)
                        .then(mentioned -> blobs.uploaded(account, post, taken)
                                .then(ready -> Step.went(
                                        new BlueskyRecord.Parts(mentioned, account.languages(), ready, reply)))));
    }

    private Step<Answer> put(PlatformAccount account, Post post, JsonNode record) {
        return paced(
                Errand.of(post),
                () -> sessions.within(
                        account, Errand.of(post), session -> api.putRecord(account, session, post, record)));
    }

    private Step<Answer> paced(Errand errand, Supplier<Step<Answer>> request) {
        return pace.open(errand.account(), WRITES).then(name -> request.get().then(answer -> pace.heard(name, answer)));
    }

    private Outcome judged(PlatformAccount account, Post post, Answer answer) {
        Errand errand = Errand.of(post);
        boolean taken = answer.status() == 400 && answer.error().equals("InvalidSwap");
        if (!answer.isOk() && !taken) {
            return answer.refusal(errand, clock.instant());
        }
        Step<Outcome> read = read(account, errand, RecordKey.of(post))
                .then(there -> isOk(there, errand))
                .then(there -> Step.went(
                        taken && !BlueskyRecord.isOf(post, there.body().path("value"))
                                ? new Outcome.Rejected(
                                        "other content is live under the name of this delivery (InvalidSwap); look at it there")
                                : reading.compared(post, there.body())));
        return read instanceof Step.Went<Outcome> went
                ? went.value()
                : new Outcome.Unknown("the record of this delivery is there, and can't be read back");
    }

    private Step<Answer> read(PlatformAccount account, Errand errand, String key) {
        return sessions.within(account, errand, session -> api.getRecord(account, session, session.did(), key));
    }

    private Step<Answer> isOk(Answer answer, Errand errand) {
        return answer.isOk() ? Step.went(answer) : Step.stopped(answer.refusal(errand, clock.instant()));
    }

    private static boolean isAbsent(Answer answer) {
        return answer.status() == 400 && answer.error().equals("RecordNotFound");
    }

    private static String key(Publication publication) {
        return BlueskyReading.key(publication.receipt().remoteId());
    }
}
