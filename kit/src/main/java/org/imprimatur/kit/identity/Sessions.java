package org.imprimatur.kit.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in, in memory: a restart signs everybody out.
 *
 * <p>A session ends after 30 minutes without a request and 12 hours after its sign-in. Only hashes of session ids are
 * kept. Safe for several threads.
 */
public final class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private final InstantSource clock;
    private final Tokens tokens = new Tokens();
    private final Map<String, Session> byHash = new ConcurrentHashMap<>();

    public Sessions() {
        this(InstantSource.system());
    }

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a session with a new id, which only its browser knows. */
    String begin(String accountId) {
        Instant now = clock.instant();
        byHash.values().removeIf(session -> isOver(session, now));
        String id = tokens.token();
        byHash.put(Tokens.hash(id), new Session(accountId, tokens.token(), now, now));
        return id;
    }

    /** The session of that id, if it is not over; finding it counts as a request. */
    Optional<Session> find(String id) {
        Instant now = clock.instant();
        return Optional.ofNullable(byHash.computeIfPresent(
                Tokens.hash(id), (hash, session) -> isOver(session, now) ? null : session.seenAt(now)));
    }

    void end(String id) {
        byHash.remove(Tokens.hash(id));
    }

    private static boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.begun().plus(LONGEST))
                || !now.isBefore(session.seen().plus(IDLE));
    }
}
