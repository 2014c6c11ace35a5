package org.imprimatur.kit.identity;

import java.nio.file.Path;
import org.imprimatur.kit.settings.Settings;

/**
 * Where the people and their keys are kept.
 *
 * @param accounts file of local accounts
 * @param keys file of API keys
 */
public record AccessSettings(Path accounts, Path keys) {

    /** Keys {@code access.accounts} and {@code access.keys}; by default where the one-command run keeps them. */
    public static AccessSettings read(Settings settings) {
        return new AccessSettings(
                settings.path("access.accounts", "imprimatur-data/identity/accounts.yaml"),
                settings.path("access.keys", "imprimatur-data/identity/api-keys.yaml"));
    }

    /** Access for these people, with sessions of its own. */
    public Access open() {
        return new Access(new LocalAccounts(accounts), new ApiKeys(keys), new Sessions());
    }
}
