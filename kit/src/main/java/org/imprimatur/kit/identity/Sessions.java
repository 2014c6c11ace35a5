package org.imprimatur.kit.identity;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.identity.Session.Origin;

/**
 * Who is signed in: a small SQLite file that outlives a restart and may be shared by instances on one machine or volume.
 *
 * <p>A session ends after 30 minutes without a request and 12 hours after its sign-in. Only hashes of session ids are
 * kept, and what a form must send back is computed from the id, so the file alone opens no session. Safe for several
 * threads.
 */
public final class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    /** A session that was seen this recently is not written again. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final IdentityFile file;
    private final Tokens tokens = new Tokens();

    /** Sessions that end with the program. */
    public Sessions() {
        this(InstantSource.system());
    }

    /** Sessions in this file, which is made when it is missing. */
    public Sessions(Path path) {
        this(IdentityFile.at(path), InstantSource.system());
    }

    Sessions(InstantSource clock) {
        this(IdentityFile.inMemory(), clock);
    }

    Sessions(IdentityFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    IdentityFile file() {
        return file;
    }

    /** Begins a session with a new id, which only its browser knows. */
    String begin(Identity identity, Origin origin) {
        Instant now = clock.instant();
        String id = tokens.token();
        file.run(
                "DELETE FROM sessions WHERE begun <= ? OR seen <= ?",
                now.minus(LONGEST).toEpochMilli(),
                now.minus(IDLE).toEpochMilli());
        file.run(
                "INSERT INTO sessions (hash, account, roles, origin, begun, seen) VALUES (?, ?, ?, ?, ?, ?)",
                Tokens.hash(id),
                identity.id(),
                String.join(" ", identity.roles()),
                origin.name(),
                now.toEpochMilli(),
                now.toEpochMilli());
        return id;
    }

    /** The session of that id, if it is not over; finding it counts as a request. */
    Optional<Session> find(String id) {
        Instant now = clock.instant();
        String hash = Tokens.hash(id);
        Optional<Session> found = file.one("SELECT * FROM sessions WHERE hash = ?", row -> session(row, id), hash);
        if (found.isPresent() && isOver(found.get(), now)) {
            file.run("DELETE FROM sessions WHERE hash = ?", hash);
            return Optional.empty();
        }
        found.filter(session -> session.seen().plus(GRAIN).isBefore(now))
                .ifPresent(
                        session -> file.run("UPDATE sessions SET seen = ? WHERE hash = ?", now.toEpochMilli(), hash));
        return found;
    }

    void end(String id) {
        file.run("DELETE FROM sessions WHERE hash = ?", Tokens.hash(id));
    }

    /** Ends every session of the account, in every browser; returns how many there were. */
    int endAll(String accountId) {
        return file.run("DELETE FROM sessions WHERE account = ?", accountId);
    }

    private static Session session(ResultSet row, String id) throws SQLException {
        String roles = row.getString("roles");
        return new Session(
                new Identity(
                        row.getString("account"), roles.isEmpty() ? Set.of() : Set.copyOf(List.of(roles.split(" ")))),
                Origin.valueOf(row.getString("origin")),
                Tokens.hash("csrf." + id),
                Instant.ofEpochMilli(row.getLong("begun")),
                Instant.ofEpochMilli(row.getLong("seen")));
    }

    private static boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.begun().plus(LONGEST))
                || !now.isBefore(session.seen().plus(IDLE));
    }
}
