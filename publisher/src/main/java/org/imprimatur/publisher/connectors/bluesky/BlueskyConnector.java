package org.imprimatur.publisher.connectors.bluesky;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.Pace;
import org.imprimatur.publisher.connectors.Pictures;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.PlatformAccounts;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
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

    private static final String PUBLIC = "https://bsky.app/profile/";

    private final PlatformAccounts accounts;
    private final Pictures pictures;
    private final InstantSource clock;
    private final Pace pace;
    private final BlueskyApi api;
    private final BlueskySessions sessions;
    private final BlueskyHandles handles;
    private final BlueskyReplies replies;
    private final BlueskyBlobs blobs;

    /**
     * A connector to the servers that the accounts name.
     *
     * @param timeout for a connection, and for each answer after that
     */
    public BlueskyConnector(PlatformAccounts accounts, MediaBytes bytes, Duration timeout, InstantSource clock) {
        this.accounts = accounts;
        this.pictures = new Pictures(bytes);
        this.clock = clock;
        this.pace = new Pace(clock);
        this.api = new BlueskyApi(new Exchange(Platforms.BLUESKY.title(), timeout));
        this.sessions = new BlueskySessions(api, clock);
        this.handles = new BlueskyHandles(api, clock);
        this.replies = new BlueskyReplies(api, sessions, handles, clock);
        this.blobs = new BlueskyBlobs(api, sessions, pace, clock);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.REPEATS_ARE_HARMLESS, Capability.CAN_BE_ASKED);
    }

    @Override
    public Outcome publish(Post post) {
        return pictures.taken(post, Platforms.BLUESKY)
                .then(taken -> account(post)
                        .then(account -> pace.open(post.id().account(), "record")
                                .then(name -> replies.under(account, post)
                                        .then(reply -> handles.mentioned(account, post)
                                                .then(mentioned -> blobs.uploaded(account, post, taken)
                                                        .then(ready -> Step.went(new BlueskyRecord.Parts(
                                                                mentioned, account.languages(), ready, reply)))))
                                        .then(parts -> sessions.within(
                                                account,
                                                post,
                                                session -> api.putRecord(
                                                        account, session, post, BlueskyRecord.of(post, parts))))
                                        .then(answer -> pace.heard(name, answer)))
                                .then(answer -> Step.went(put(account, post, answer)))))
                .end(outcome -> outcome);
    }

    @Override
    public Outcome find(Post post) {
        Step<Outcome> found = account(post)
                .then(account -> read(account, post)
                        .then(answer -> isAbsent(answer)
                                ? Step.went(new Outcome.NotSent("there is no such record"))
                                : isOk(answer, post).then(there -> Step.went(compared(post, there)))));
        return found instanceof Step.Went<Outcome> went
                ? went.value()
                : new Outcome.Unknown("Bluesky can't be asked now whether it is live");
    }

    private Outcome put(PlatformAccount account, Post post, Answer answer) {
        boolean taken = answer.status() == 400 && answer.error().equals("InvalidSwap");
        if (!answer.isOk() && !taken) {
            return answer.refusal(post, clock.instant());
        }
        Step<Outcome> read = read(account, post)
                .then(there -> isOk(there, post))
                .then(there -> Step.went(
                        taken && !isLive(post, there)
                                ? new Outcome.Rejected(
                                        "other content is live under the name of this delivery (InvalidSwap); look at it there")
                                : compared(post, there)));
        return read instanceof Step.Went<Outcome> went
                ? went.value()
                : new Outcome.Unknown("the record of this delivery is there, and can't be read back");
    }

    private Step<Answer> read(PlatformAccount account, Post post) {
        return sessions.within(
                account, post, session -> api.getRecord(account, session, session.did(), RecordKey.of(post)));
    }

    private Step<Answer> isOk(Answer answer, Post post) {
        return answer.isOk() ? Step.went(answer) : Step.stopped(answer.refusal(post, clock.instant()));
    }

    private static boolean isAbsent(Answer answer) {
        return answer.status() == 400 && answer.error().equals("RecordNotFound");
    }

    private static boolean isLive(Post post, Answer there) {
        return BlueskyRecord.isOf(post, there.body().path("value"));
    }

    private static Outcome compared(Post post, Answer there) {
        String uri = there.body().path("uri").asText("");
        if (uri.isBlank() || !isLive(post, there)) {
            return new Outcome.Unknown("what is live under the name of this delivery is not what was approved");
        }
        String did = uri.replaceAll("^at://([^/]+)/.*$", "$1");
        return new Outcome.Ok(new Receipt(uri, Optional.of(PUBLIC + did + "/post/" + RecordKey.of(post))));
    }

    private Step<PlatformAccount> account(Post post) {
        try {
            PlatformAccount account = accounts.of(post.id().account());
            return account.handle().isBlank()
                    ? Step.stopped(new Outcome.Auth("no credentials of the account: a handle is missing"))
                    : Step.went(account);
        } catch (IOException unusable) {
            return Step.stopped(new Outcome.Auth("no credentials of the account: " + unusable.getMessage()));
        }
    }
}
