package org.imprimatur.publisher.connectors.bluesky;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;

/**
 * Keeps a session for each account and renews it before it ends or when the server refuses it: servers take few sign-ins a day.
 *
 * <p>Safe for several threads as the worker calls: never twice at once for one account.
 */
final class BlueskySessions {
    private static final Set<String> OVER = Set.of("ExpiredToken", "InvalidToken");

    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(2);

    private final BlueskyApi api;
    private final InstantSource clock;
    private final Map<String, BlueskySession> kept = new ConcurrentHashMap<>();

    BlueskySessions(BlueskyApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Makes a request within the account's session; once more in a new one when the server says that it is over. */
    Step<Answer> within(PlatformAccount account, Errand errand, Function<BlueskySession, Step<Answer>> request) {
        return current(account, errand)
                .then(session -> request.apply(session)
                        .then(answer -> isOver(answer)
                                ? renewed(account, session, errand)
                                        .then(request)
                                        .then(again -> refused(again, errand))
                                : Step.went(answer)));
    }

    /** The account's session, opened when there is none and renewed shortly before it ends. */
    Step<BlueskySession> current(PlatformAccount account, Errand errand) {
        return Optional.ofNullable(kept.get(errand.account()))
                .filter(session -> session.account().equals(account))
                .map(session -> session.endsBefore(clock.instant().plus(RENEWED_BEFORE))
                        ? renewed(account, session, errand)
                        : Step.went(session))
                .orElseGet(() -> opened(account, errand));
    }

    /** Whether nothing was done because the session's token is too old or unknown (status 400 or 401). */
    static boolean isOver(Answer answer) {
        return answer.status() == 401 || (answer.status() == 400 && OVER.contains(answer.error()));
    }

    private Step<Answer> refused(Answer answer, Errand errand) {
        return isOver(answer) ? Step.stopped(new Outcome.Auth(answer.said(errand))) : Step.went(answer);
    }

    private Step<BlueskySession> renewed(PlatformAccount account, BlueskySession old, Errand errand) {
        kept.remove(errand.account());
        return api.refreshSession(account, old)
                .beforeSending()
                .then(answer -> answer.isOk() ? keep(account, errand, answer) : opened(account, errand));
    }

    private Step<BlueskySession> opened(PlatformAccount account, Errand errand) {
        return api.createSession(account).beforeSending().then(answer -> {
            if (answer.isOk()) {
                return keep(account, errand, answer);
            }
            Step<BlueskySession> refused = Step.stopped(answer.refusal(errand, clock.instant()));
            return isRefusedSignIn(answer)
                    ? Step.stopped(new Outcome.Auth(answer.said(errand)))
                    : refused.beforeSending();
        });
    }

    private Step<BlueskySession> keep(PlatformAccount account, Errand errand, Answer answer) {
        return BlueskySession.read(account, answer.body())
                .map(session -> {
                    kept.put(errand.account(), session);
                    return Step.went(session);
                })
                .orElseGet(() -> Step.stopped(new Outcome.NotSent("Bluesky opened no session")));
    }

    /** A sign-in that is refused for good is a matter of the credentials and never of the post. */
    private static boolean isRefusedSignIn(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 429;
    }
}
