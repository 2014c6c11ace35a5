package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.identity.SignInWays.Local;
import org.imprimatur.kit.oidc.ProviderSettings;
import org.imprimatur.kit.oidc.RoleClaim;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.settings.SettingsFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSettingsTest {

    private static final Map<String, String> PROVIDER = Map.of(
            "access.oidc.issuer", "https://id.example.org/realms/staff",
            "access.oidc.client-id", "imprimatur",
            "access.oidc.address", "https://posts.example.org");

    @Test
    void withoutAnyOfThemLocalAccountsSignIn() {
        AccessSettings read = AccessSettings.read(Settings.of(Map.of()));

        assertThat(read)
                .isEqualTo(new AccessSettings(
                        Path.of("imprimatur-data/identity/accounts.yaml"),
                        Path.of("imprimatur-data/identity/api-keys.yaml"),
                        Path.of("imprimatur-data/sessions.sqlite"),
                        Local.ON,
                        Optional.empty(),
                        Limits.DEFAULT));
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> values = new HashMap<>(PROVIDER);
        values.putAll(Map.of(
                "access.local", "on",
                "access.oidc.client-secret", "between us",
                "access.oidc.scopes", "openid email",
                "access.oidc.id-claim", "preferred_username",
                "access.oidc.roles-claim", "realm_access.roles",
                "access.oidc.roles", "family=reviewer:family",
                "access.oidc.audience", "imprimatur-api"));
        values.putAll(Map.of("access.limit.person", "1", "access.limit.program", "2", "access.limit.sign-in", "3"));

        AccessSettings read = AccessSettings.read(Settings.of(values));

        assertThat(read.local()).isEqualTo(Local.ON);
        assertThat(read.limits()).isEqualTo(new Limits(1, 2, 3));
        ProviderSettings provider = read.provider().orElseThrow();
        assertThat(provider.issuer()).isEqualTo(URI.create("https://id.example.org/realms/staff"));
        assertThat(provider.clientSecret().orElseThrow().reveal()).isEqualTo("between us");
        assertThat(provider.scopes()).isEqualTo(List.of("openid", "email"));
        assertThat(provider.idClaim()).isEqualTo("preferred_username");
        assertThat(provider.roles())
                .isEqualTo(new RoleClaim("realm_access.roles", Map.of("family", Set.of("reviewer:family"))));
        assertThat(provider.audience()).contains("imprimatur-api");
    }

    @Test
    void whereAProviderIsSetLocalAccountsAreOff() {
        assertThat(AccessSettings.read(Settings.of(PROVIDER)).local()).isEqualTo(Local.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "access.oidc.issuer, http://id.example.org, https://",
        "access.oidc.address, http://posts.example.org, https://",
        "access.oidc.client-id, '', client-id",
        "access.oidc.scopes, profile, openid",
        "access.oidc.roles, family, their-word=role",
        "access.oidc.audience, imprimatur, ID token"
    })
    void whatCouldNotBeSafeIsRefused(String key, String value, String says) {
        Map<String, String> values = new HashMap<>(PROVIDER);
        values.put(key, value);

        assertThatThrownBy(() -> AccessSettings.read(Settings.of(values)))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining(says);
    }

    @Test
    void thatNobodyCanSignInIsRefused() {
        assertThatThrownBy(() -> new SignInWays(Local.OFF, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
