package org.imprimatur.kit.identity;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.web.Guard;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who is asking: a program by its bearer key, a person by the session cookie.
 *
 * <p>As {@link Guard} it refuses forged requests before any handler: an unsafe method without a bearer key must come
 * from our own pages ({@code Sec-Fetch-Site}), and with a session it must carry the session's token in the form field
 * {@value #CSRF_FIELD} or the header {@value #CSRF_HEADER}.
 */
public final class Access implements Guard {

    public static final String CSRF_FIELD = "_csrf";
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String SECURE_COOKIE = "__Host-imprimatur";
    private static final String PLAIN_COOKIE = "imprimatur";
    private static final String BEARER = "Bearer ";
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

    private final LocalAccounts accounts;
    private final ApiKeys keys;
    private final Sessions sessions;
    private final InstantSource clock;
    private final SignInThrottle throttle = new SignInThrottle();

    public Access(LocalAccounts accounts, ApiKeys keys, Sessions sessions) {
        this(accounts, keys, sessions, InstantSource.system());
    }

    Access(LocalAccounts accounts, ApiKeys keys, Sessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Who is asking; a bearer key, even a wrong one, is looked at instead of the cookie. */
    public Optional<Identity> identify(Context context) {
        Optional<String> bearer = bearer(context);
        return bearer.isPresent()
                ? bearer.flatMap(keys::verify)
                : session(context).flatMap(session -> accounts.find(session.accountId()));
    }

    /** Who is asking, if it has one of the roles (any role, when none is named); else a problem 401 or 403. */
    public Identity require(Context context, String... anyOfRoles) {
        Identity identity = identify(context)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(401, "Sign in, or send a valid key as a bearer token."),
                        Map.of("WWW-Authenticate", "Bearer")));
        if (anyOfRoles.length > 0 && !identity.hasAny(anyOfRoles)) {
            throw ProblemException.of(403, "Your account may not do this.");
        }
        return identity;
    }

    /** Begins a session under a new id and ends the old one; a problem 401 for a wrong pair, 429 after too many. */
    public Identity signIn(Context context, String id, String password) {
        // what no account is called shares one count, so that long nonsense fills no memory
        String counted = Identity.isId(id) ? id : "";
        Duration wait = throttle.attempt(counted, clock.instant());
        if (!wait.isZero()) {
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            throw new ProblemException(
                    Problem.of(429, "Too many attempts; try again in " + seconds + " s."),
                    Map.of("Retry-After", Long.toString(seconds)));
        }
        Identity identity = accounts.verify(id, password)
                .orElseThrow(() -> ProblemException.of(401, "The name or the password is not right."));
        throttle.succeeded(counted);
        cookie(context).ifPresent(sessions::end);
        write(context, sessions.begin(identity.id()), -1);
        LOG.atInfo().addKeyValue("account", identity.id()).log("signed_in");
        return identity;
    }

    /** Ends the session, here and in the browser. */
    public void signOut(Context context) {
        cookie(context).ifPresent(sessions::end);
        write(context, "", 0);
    }

    /** The token that each form of this session must send back; empty when nobody is signed in. */
    public String csrf(Context context) {
        return session(context).map(Session::csrf).orElse("");
    }

    @Override
    public void admit(Context context) {
        if (SAFE.contains(context.method()) || bearer(context).isPresent()) {
            return;
        }
        boolean elsewhere = Optional.ofNullable(context.header("Sec-Fetch-Site"))
                .filter(site -> !OUR_SITES.contains(site))
                .isPresent();
        if (elsewhere) {
            throw ProblemException.of(403, "This request came from another site.");
        }
        Optional<Session> session = session(context);
        if (session.isPresent() && !Tokens.same(session.get().csrf(), sentToken(context))) {
            throw ProblemException.of(403, "This form is out of date; load the page again.");
        }
    }

    private Optional<Session> session(Context context) {
        return cookie(context).flatMap(sessions::find);
    }

    private static String sentToken(Context context) {
        Optional<String> header = Optional.ofNullable(context.header(CSRF_HEADER));
        boolean isForm = context.isFormUrlencoded() || context.isMultipartFormData();
        return header.or(() -> isForm ? Optional.ofNullable(context.formParam(CSRF_FIELD)) : Optional.empty())
                .orElse("");
    }

    private static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static Optional<String> cookie(Context context) {
        return Optional.ofNullable(context.cookie(cookieName(context))).filter(value -> !value.isEmpty());
    }

    /** Lax and not Strict, so that a link in a notification opens a page and not the sign-in form. */
    private static void write(Context context, String value, int maxAge) {
        boolean secure = context.req().isSecure();
        context.cookie(new Cookie(cookieName(context), value, "/", maxAge, secure, true, null, SameSite.LAX));
    }

    private static String cookieName(Context context) {
        return context.req().isSecure() ? SECURE_COOKIE : PLAIN_COOKIE;
    }
}
