package org.imprimatur.kit.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider that signs people in: authorization code with PKCE (OpenID Connect Core 1.0, RFC 7636, RFC 9700).
 *
 * <p>It is looked up at its first use, so that a provider that is down keeps nobody else from working. Safe for several
 * threads.
 */
public final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final int TIMEOUT_MS = 5_000;

    private final ProviderSettings settings;
    private volatile Optional<KnownProvider> known = Optional.empty();

    public Provider(ProviderSettings settings) {
        this.settings = settings;
    }

    /** Where the browser goes to sign in. */
    public URI authorization(SignInTicket ticket) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.scopes()),
                        new ClientID(settings.clientId()),
                        settings.callback())
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(ticket.state()))
                .nonce(new Nonce(ticket.nonce()))
                .codeChallenge(new CodeVerifier(ticket.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Turns what the browser brought back into a person, if state, issuer, code, signature, audience, time and nonce are
     * all right.
     *
     * @param query what came to our callback, decoded
     */
    public Optional<Vouched> complete(SignInTicket ticket, Map<String, List<String>> query) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(settings.callback(), query);
            if (!new State(ticket.state()).equals(response.getState()) || !isOurs(response)) {
                return refused("state_or_issuer");
            }
            if (response instanceof AuthenticationErrorResponse) {
                return refused("by_provider");
            }
            return person(ticket, response.toSuccessResponse().getAuthorizationCode());
        } catch (ParseException malformed) {
            return refused("malformed_response");
        }
    }

    /** Whom an access token speaks for, when a program sends it as bearer token; empty for any that is not for us. */
    public Optional<Vouched> bearer(String token) {
        return settings.audience().flatMap(audience -> {
            try {
                return vouched(known().accessTokens(audience).process(token, null));
            } catch (java.text.ParseException | BadJOSEException refusal) {
                return refused(Fingerprint.of(refusal));
            } catch (JOSEException broken) {
                throw new ProviderUnreachable(broken);
            }
        });
    }

    /** Where a person ends the session that the provider keeps, if it offers that; it leads back to our sign-in page. */
    public Optional<URI> signOut() {
        return Optional.ofNullable(known().metadata().getEndSessionEndpointURI())
                .map(end -> new LogoutRequest(
                                end,
                                null,
                                null,
                                new ClientID(settings.clientId()),
                                settings.address().resolve("/sign-in"),
                                null,
                                null)
                        .toURI());
    }

    private boolean isOurs(AuthenticationResponse response) {
        return response.getIssuer() == null
                || response.getIssuer().getValue().equals(settings.issuer().toString());
    }

    private Optional<Vouched> person(SignInTicket ticket, AuthorizationCode code) {
        Optional<JWT> token = exchange(ticket, code);
        try {
            return token.isEmpty()
                    ? Optional.empty()
                    : vouched(known().idTokens()
                            .validate(token.get(), new Nonce(ticket.nonce()))
                            .toJWTClaimsSet());
        } catch (BadJOSEException | ParseException refusal) {
            return refused(Fingerprint.of(refusal));
        } catch (JOSEException broken) {
            throw new ProviderUnreachable(broken);
        }
    }

    private Optional<JWT> exchange(SignInTicket ticket, AuthorizationCode code) {
        try {
            HTTPRequest request = tokenRequest(ticket, code).toHTTPRequest();
            request.setConnectTimeout(TIMEOUT_MS);
            request.setReadTimeout(TIMEOUT_MS);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (response instanceof OIDCTokenResponse tokens) {
                return Optional.ofNullable(tokens.getOIDCTokens().getIDToken());
            }
            return refused("code");
        } catch (ParseException malformed) {
            return refused("malformed_token_response");
        } catch (IOException unreachable) {
            throw new ProviderUnreachable(unreachable);
        }
    }

    private TokenRequest tokenRequest(SignInTicket ticket, AuthorizationCode code) {
        URI endpoint = known().metadata().getTokenEndpointURI();
        ClientID client = new ClientID(settings.clientId());
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, settings.callback(), new CodeVerifier(ticket.verifier()));
        return settings.clientSecret()
                .map(secret -> new TokenRequest.Builder(
                        endpoint, new ClientSecretBasic(client, new Secret(secret.reveal())), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build();
    }

    private Optional<Vouched> vouched(JWTClaimsSet claims) {
        Map<String, Object> all = claims.getClaims();
        return all.get(settings.idClaim()) instanceof String id
                ? Optional.of(new Vouched(id, settings.roles().in(all)))
                : refused("no_id_claim");
    }

    private KnownProvider known() {
        Optional<KnownProvider> now = known;
        if (now.isEmpty()) {
            now = Optional.of(KnownProvider.lookUp(settings, TIMEOUT_MS));
            known = now;
        }
        return now.get();
    }

    private static <T> Optional<T> refused(String why) {
        LOG.atWarn().addKeyValue("why", why).log("provider_sign_in_refused");
        return Optional.empty();
    }
}
