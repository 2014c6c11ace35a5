package org.imprimatur.kit.identity;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.kit.oidc.Provider;
import org.imprimatur.kit.oidc.ProviderUnreachable;
import org.imprimatur.kit.oidc.SignInTicket;
import org.imprimatur.kit.oidc.Vouched;
import org.imprimatur.kit.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One browser's way to the provider and back: what began it is kept under a cookie of its own and met once.
 *
 * <p>A code, a state or a callback address that somebody else brings, or that comes a second time, finds nothing.
 */
final class ProviderSignIn {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final Cookies COOKIE = new Cookies("imprimatur-sign-in");

    private final Provider provider;
    private final IdentityFile file;
    private final InstantSource clock;
    private final Tokens tokens = new Tokens();

    /** Who came back, and where they wanted to go. */
    record Arrival(Identity identity, String target) {}

    private record Begun(SignInTicket ticket, String target, long until) {}

    ProviderSignIn(Provider provider, IdentityFile file, InstantSource clock) {
        this.provider = provider;
        this.file = file;
        this.clock = clock;
    }

    /** Where to send the browser. */
    URI begin(Context context, String target) {
        SignInTicket ticket = new SignInTicket(tokens.token(), tokens.token(), tokens.token());
        URI address = reached(() -> provider.authorization(ticket));
        String id = tokens.token();
        file.run("DELETE FROM sign_ins WHERE until <= ?", clock.millis());
        file.run(
                "INSERT INTO sign_ins (hash, state, nonce, verifier, target, until) VALUES (?, ?, ?, ?, ?, ?)",
                Tokens.hash(id),
                ticket.state(),
                ticket.nonce(),
                ticket.verifier(),
                target,
                clock.instant().plus(PATIENCE).toEpochMilli());
        COOKIE.write(context, id);
        return address;
    }

    /** Whom the provider vouches for; a problem 401 for what does not fit what began here, 403 without a role. */
    Arrival complete(Context context) {
        Begun begun = COOKIE.read(context)
                .flatMap(this::take)
                .filter(found -> clock.millis() < found.until())
                .orElseThrow(() -> ProblemException.of(
                        401, "This sign-in did not begin in this browser, or took too long. Begin again."));
        COOKIE.remove(context);
        Identity identity = reached(() -> provider.complete(begun.ticket(), context.queryParamMap()))
                .flatMap(ProviderSignIn::identity)
                .orElseThrow(() -> ProblemException.of(401, "The provider did not sign you in here. Begin again."));
        if (identity.roles().isEmpty()) {
            LOG.atWarn().addKeyValue("account", identity.id()).log("sign_in_without_role");
            throw ProblemException.of(
                    403, "You are known, but may do nothing here yet. Ask an administrator to give you a role.");
        }
        return new Arrival(identity, begun.target());
    }

    /** Who a token of the provider speaks for; without a role that means something here, nobody. */
    Optional<Identity> bearer(String token) {
        return reached(() -> provider.bearer(token))
                .flatMap(ProviderSignIn::identity)
                .filter(identity -> !identity.roles().isEmpty());
    }

    Optional<URI> signOut() {
        try {
            return provider.signOut();
        } catch (ProviderUnreachable unreachable) {
            return Optional.empty(); // the session here is over all the same
        }
    }

    private Optional<Begun> take(String id) {
        return file.one(
                "DELETE FROM sign_ins WHERE hash = ? RETURNING state, nonce, verifier, target, until",
                row -> new Begun(
                        new SignInTicket(row.getString("state"), row.getString("nonce"), row.getString("verifier")),
                        row.getString("target"),
                        row.getLong("until")),
                Tokens.hash(id));
    }

    private static Optional<Identity> identity(Vouched vouched) {
        if (!Identity.isId(vouched.id())) {
            LOG.atWarn().log("sign_in_with_unusable_id");
            return Optional.empty();
        }
        return Optional.of(new Identity(vouched.id(), Roles.known(vouched.roles())));
    }

    private static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProviderUnreachable unreachable) {
            LOG.atError().addKeyValue("cause", Fingerprint.of(unreachable)).log("provider_unreachable");
            throw ProblemException.of(503, "The sign-in provider does not answer. Try again in a minute.");
        }
    }
}
