package org.imprimatur.kit.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.settings.Settings;

/**
 * Which provider signs people in, and what we are to it.
 *
 * @param issuer the provider's issuer; its {@code /.well-known/openid-configuration} is read
 * @param clientId what it calls us
 * @param clientSecret what we prove that with; without one we are a public client, which PKCE protects
 * @param address where people open the console, such as {@code https://posts.example.org}
 * @param scopes what is asked for, {@code openid} among it
 * @param idClaim the claim that names the account; the provider must never give one value to two people
 * @param roles which claim holds the roles
 * @param audience whom access tokens of programs must be for; without it none is taken
 */
public record ProviderSettings(
        URI issuer,
        String clientId,
        Optional<Secret> clientSecret,
        URI address,
        List<String> scopes,
        String idClaim,
        RoleClaim roles,
        Optional<String> audience) {

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderSettings {
        scopes = List.copyOf(scopes);
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("access.oidc.client-id: say what the provider calls this program");
        }
        if (!isSafe(issuer) || !isSafe(address)) {
            throw new IllegalArgumentException(
                    "access.oidc.issuer and access.oidc.address: must begin with https:// (http:// only on localhost)");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("access.oidc.scopes: openid must be among them");
        }
        if (audience.equals(Optional.of(clientId))) {
            throw new IllegalArgumentException(
                    "access.oidc.audience: must differ from the client id, or an ID token would pass as an access token");
        }
    }

    /**
     * Keys {@code access.oidc.issuer} (without it nobody signs in by a provider), {@code .client-id}, {@code
     * .client-secret}, {@code .address}, {@code .scopes}, {@code .id-claim}, {@code .roles-claim}, {@code .roles}, {@code
     * .audience}.
     */
    public static Supplier<Optional<ProviderSettings>> read(Settings settings) {
        boolean used = settings.text("access.oidc.issuer").isPresent();
        URI issuer = settings.uri("access.oidc.issuer", "https://issuer.invalid");
        String clientId = settings.text("access.oidc.client-id", "");
        Optional<Secret> secret = settings.secret("access.oidc.client-secret");
        URI address = settings.uri("access.oidc.address", "http://localhost:8080");
        List<String> scopes =
                List.of(settings.text("access.oidc.scopes", "openid profile").split("[ ,]+"));
        String idClaim = settings.text("access.oidc.id-claim", "sub");
        String rolesClaim = settings.text("access.oidc.roles-claim", "roles");
        String meanings = settings.text("access.oidc.roles", "");
        Optional<String> audience = settings.text("access.oidc.audience");
        return () -> used
                ? Optional.of(new ProviderSettings(
                        issuer,
                        clientId,
                        secret,
                        address,
                        scopes,
                        idClaim,
                        RoleClaim.parse(rolesClaim, meanings),
                        audience))
                : Optional.empty();
    }

    /** Where the provider sends people back to. */
    URI callback() {
        return address.resolve("/sign-in/callback");
    }

    private static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && uri.getHost() != null && OURSELVES.contains(uri.getHost()));
    }
}
