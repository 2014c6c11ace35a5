package org.imprimatur.kit.identity;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.identity.Session.Origin;
import org.imprimatur.kit.identity.SignInWays.Local;
import org.imprimatur.kit.web.Guard;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who is asking: a program by its bearer key or token, a person by the session cookie.
 *
 * <p>As {@link Guard} it refuses forged requests before any handler: an unsafe method without a bearer key must come
 * from our own pages ({@code Sec-Fetch-Site}), and with a session it must carry the session's token in the form field
 * {@value #CSRF_FIELD} or the header {@value #CSRF_HEADER}.
 */
public final class Access implements Guard {

    public static final String CSRF_FIELD = "_csrf";
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Cookies COOKIE = new Cookies("imprimatur");
    private static final String WHO = "kit.identity";
    private static final String BEARER = "Bearer ";
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

    private final LocalAccounts accounts;
    private final ApiKeys keys;
    private final Local local;
    private final Sessions sessions;
    private final Programs programs;
    private final Optional<ProviderSignIn> provider;
    private final InstantSource clock;
    private final SignInThrottle throttle = new SignInThrottle();
    private final RateLimit persons;
    private final RateLimit signIns;

    /** With local accounts only, and the usual limits. */
    public Access(LocalAccounts accounts, ApiKeys keys, Sessions sessions) {
        this(accounts, keys, sessions, SignInWays.LOCAL_ONLY, Limits.DEFAULT);
    }

    public Access(LocalAccounts accounts, ApiKeys keys, Sessions sessions, SignInWays ways, Limits limits) {
        this(accounts, keys, sessions, ways, limits, InstantSource.system());
    }

    Access(
            LocalAccounts accounts,
            ApiKeys keys,
            Sessions sessions,
            SignInWays ways,
            Limits limits,
            InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.local = ways.local();
        this.sessions = sessions;
        this.provider = ways.provider().map(each -> new ProviderSignIn(each, sessions.file(), clock));
        this.clock = clock;
        this.persons = new RateLimit(limits.person(), clock);
        this.signIns = new RateLimit(limits.signIn(), clock);
        this.programs = new Programs(keys, provider, new RateLimit(limits.program(), clock), signIns);
    }

    /** Who is asking; a bearer key, even a wrong one, is looked at instead of the cookie. A problem 429 if too often. */
    public Optional<Identity> identify(Context context) {
        Optional<Identity> known = context.attribute(WHO);
        return known != null ? known : remembered(context, identifyNow(context));
    }

    /**
     * Who is asking, if it has one of the roles for everything (any role that means something, when none is named); else
     * a problem 401 or 403.
     */
    public Identity require(Context context, String... anyOfRoles) {
        Identity identity = signedIn(context);
        if (Roles.known(identity.roles()).isEmpty() || (anyOfRoles.length > 0 && !identity.hasAny(anyOfRoles))) {
            throw ProblemException.of(403, "Your account may not do this.");
        }
        return identity;
    }

    /**
     * Who is asking, if it has one of the roles at least for one group; else a problem 401 or 403. The caller asks
     * {@link Identity#within} about each thing that belongs to a group.
     */
    public Identity requireSomewhere(Context context, String... anyOfRoles) {
        Identity identity = signedIn(context);
        if (!identity.hasAnySomewhere(anyOfRoles)) {
            throw ProblemException.of(403, "Your account may not do this.");
        }
        return identity;
    }

    /** Begins a session under a new id and ends the old one; a problem 401 for a wrong pair, 429 after too many. */
    public Identity signIn(Context context, String id, String password) {
        if (local == Local.OFF) {
            throw ProblemException.of(403, "Passwords are not taken here. Sign in with your organization’s account.");
        }
        signIns.take(Address.of(context));
        // what no account is called shares one count, so that long nonsense fills no memory
        String counted = Identity.isId(id) ? id : "";
        Duration wait = throttle.attempt(counted, clock.instant());
        if (!wait.isZero()) {
            throw RateLimit.refusal(wait);
        }
        Identity identity = accounts.verify(id, password)
                .orElseThrow(() -> ProblemException.of(401, "The name or the password is not right."));
        throttle.succeeded(counted);
        begin(context, identity, Origin.LOCAL);
        return identity;
    }

    /** The local accounts, for whoever may change them. */
    public LocalAccounts accounts() {
        return accounts;
    }

    /** The keys of programs, for whoever may change them. */
    public ApiKeys keys() {
        return keys;
    }

    /** Whether names and passwords are taken here. */
    public boolean takesPasswords() {
        return local == Local.ON;
    }

    /** Whether people can sign in with an account of their organization's provider. */
    public boolean hasProvider() {
        return provider.isPresent();
    }

    /**
     * Where to send a browser that signs in at the provider; a problem 404 without one, 429 or 503.
     *
     * @param target a path of ours, where the person goes then
     */
    public URI beginAtProvider(Context context, String target) {
        signIns.take(Address.of(context));
        return provider().begin(context, target);
    }

    /** Begins a session for who comes back from the provider and returns where they go; a problem 401, 403 or 503. */
    public String completeAtProvider(Context context) {
        signIns.take(Address.of(context));
        ProviderSignIn.Arrival arrival = provider().complete(context);
        begin(context, arrival.identity(), Origin.PROVIDER);
        return arrival.target();
    }

    /**
     * Ends the session, here and in the browser.
     *
     * @return where the person can end the provider's session too, if that vouched for them
     */
    public Optional<URI> signOut(Context context) {
        boolean elsewhere = session(context)
                .filter(session -> session.origin() == Origin.PROVIDER)
                .isPresent();
        COOKIE.read(context).ifPresent(sessions::end);
        COOKIE.remove(context);
        remembered(context, Optional.empty());
        return elsewhere ? provider.flatMap(ProviderSignIn::signOut) : Optional.empty();
    }

    /** Ends every session of the account, in every browser; returns how many there were. */
    public int endSessions(String accountId) {
        return sessions.endAll(accountId);
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

    private Identity signedIn(Context context) {
        return identify(context)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(401, "Sign in, or send a valid key as a bearer token."),
                        Map.of("WWW-Authenticate", "Bearer")));
    }

    private Optional<Identity> identifyNow(Context context) {
        Optional<String> bearer = bearer(context);
        if (bearer.isPresent()) {
            return programs.identify(context, bearer.get());
        }
        Optional<Identity> person = session(context).flatMap(this::person);
        remembered(context, person);
        person.ifPresent(identity -> persons.take(identity.id()));
        return person;
    }

    /** A local account has the roles that it has now; whom the provider vouched for, those of the sign-in. */
    private Optional<Identity> person(Session session) {
        Identity then = session.identity();
        return switch (session.origin()) {
            case LOCAL -> local == Local.ON ? accounts.find(then.id()) : Optional.empty();
            case PROVIDER -> provider.map(still -> then);
        };
    }

    /** Once a request, so that limits count it once. */
    private static Optional<Identity> remembered(Context context, Optional<Identity> identity) {
        context.attribute(WHO, identity);
        return identity;
    }

    private void begin(Context context, Identity identity, Origin origin) {
        COOKIE.read(context).ifPresent(sessions::end);
        COOKIE.write(context, sessions.begin(identity, origin));
        LOG.atInfo()
                .addKeyValue("account", identity.id())
                .addKeyValue("by", origin)
                .log("signed_in");
    }

    private ProviderSignIn provider() {
        return provider.orElseThrow(() -> ProblemException.of(404, "There is nothing at this address."));
    }

    private Optional<Session> session(Context context) {
        return COOKIE.read(context).flatMap(sessions::find);
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
}
