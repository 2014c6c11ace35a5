package org.imprimatur.kit.identity;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.kit.identity.SignInWays.Local;
import org.imprimatur.kit.oidc.Provider;
import org.imprimatur.kit.oidc.ProviderSettings;
import org.imprimatur.kit.settings.Settings;

/**
 * Where the people and their keys are kept, and how people sign in.
 *
 * @param accounts file of local accounts
 * @param keys file of API keys
 * @param sessions file of sessions; instances that share it share who is signed in
 * @param local whether local accounts count
 * @param provider who else vouches for people
 * @param limits how many requests are answered
 */
public record AccessSettings(
        Path accounts, Path keys, Path sessions, Local local, Optional<ProviderSettings> provider, Limits limits) {

    /**
     * Keys {@code access.accounts}, {@code .keys}, {@code .sessions} (by default where the one-command run keeps them),
     * {@code .local} (on; off where a provider is set), {@code .limit.person}, {@code .program}, {@code .sign-in}, and
     * those of {@link ProviderSettings}.
     */
    public static AccessSettings read(Settings settings) {
        Path accounts = settings.path("access.accounts", "imprimatur-data/identity/accounts.yaml");
        Path keys = settings.path("access.keys", "imprimatur-data/identity/api-keys.yaml");
        Path sessions = settings.path("access.sessions", "imprimatur-data/sessions.sqlite");
        Supplier<Optional<ProviderSettings>> provider = ProviderSettings.read(settings);
        boolean elsewhere = settings.text("access.oidc.issuer").isPresent();
        Local local = settings.choice("access.local", elsewhere ? Local.OFF : Local.ON);
        int person = settings.number("access.limit.person", Limits.DEFAULT.person(), 1, 1_000_000);
        int program = settings.number("access.limit.program", Limits.DEFAULT.program(), 1, 10_000_000);
        int signIn = settings.number("access.limit.sign-in", Limits.DEFAULT.signIn(), 1, 1_000_000);
        return settings.complete(() -> new AccessSettings(
                accounts, keys, sessions, local, provider.get(), new Limits(person, program, signIn)));
    }

    /** Access for these people. */
    public Access open() {
        return new Access(
                new LocalAccounts(accounts),
                new ApiKeys(keys),
                new Sessions(sessions),
                new SignInWays(local, provider.map(Provider::new)),
                limits);
    }
}
