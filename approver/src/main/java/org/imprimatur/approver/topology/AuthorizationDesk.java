package org.imprimatur.approver.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.post.SignedAuthorization.Revocation;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.wire.Lookout;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.approver.wire.publishing.AuthorizationRecords;

/**
 * Where authorizations are recorded and revoked: who did it is written down first, then it is done. One act at a time, and
 * each returns when the register shows it.
 *
 * <p>Throws {@link IllegalStateException} when the log took nothing.
 */
public final class AuthorizationDesk {
    private final Administration administration;
    private final RecordLog log;
    private final AuthorizationRecords records;
    private final Register register;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Duration patience;
    private final Lookout lookout;

    /**
     * A desk.
     *
     * @param administration where it is written down who did what
     * @param ids ids never used before
     * @param patience how long the register may take to show what was done
     */
    public AuthorizationDesk(
            Administration administration,
            RecordLog log,
            AuthorizationRecords records,
            Register register,
            InstantSource clock,
            Supplier<String> ids,
            Duration patience) {
        this.administration = administration;
        this.log = log;
        this.records = records;
        this.register = register;
        this.clock = clock;
        this.ids = ids;
        this.patience = patience;
        this.lookout = new Lookout(register::onChange);
    }

    /** Records a new one; why it was not, or empty when it is done. An id that is taken is never taken again. */
    public synchronized Optional<String> add(SignedAuthorization fresh, String actor) {
        if (register.signed(fresh.id()).isPresent()) {
            return Optional.of("There is an authorization under this id. Choose another id.");
        }
        String detail = "for " + String.join(", ", fresh.sortedPlatforms())
                + fresh.expires().map(day -> ", until " + day).orElse("");
        write(fresh, deed(Deed.Kind.AUTHORIZATION_ADDED, actor, fresh.id(), detail, "", clock.instant()));
        return Optional.empty();
    }

    /** Revokes one that stands; who revoked it before stays. Empty when there is none under this id. */
    public synchronized Optional<SignedAuthorization> revoke(String id, String actor, String because) {
        Optional<SignedAuthorization> known = register.signed(id);
        if (known.isEmpty() || known.get().revocation().isPresent()) {
            return known;
        }
        Instant now = clock.instant();
        SignedAuthorization revoked = known.get().revoked(new Revocation(now, actor, because));
        write(revoked, deed(Deed.Kind.AUTHORIZATION_REVOKED, actor, id, "", because, now));
        return Optional.of(revoked);
    }

    private void write(SignedAuthorization authorization, Deed deed) {
        administration.record(deed);
        log.append(records.record(authorization));
        var unused = lookout.until(() -> register.signed(authorization.id()).filter(authorization::equals), patience);
    }

    private Deed deed(Deed.Kind kind, String actor, String subject, String detail, String reason, Instant at) {
        return new Deed(ids.get(), kind, actor, subject, detail, reason, at);
    }
}
