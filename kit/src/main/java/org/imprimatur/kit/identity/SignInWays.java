package org.imprimatur.kit.identity;

import java.util.Optional;
import org.imprimatur.kit.oidc.Provider;

/**
 * How people may sign in.
 *
 * @param local whether local accounts count
 * @param provider who else vouches for people
 */
public record SignInWays(Local local, Optional<Provider> provider) {

    /** For evaluation, and where there is no provider. */
    public static final SignInWays LOCAL_ONLY = new SignInWays(Local.ON, Optional.empty());

    /** Whether local accounts count. */
    public enum Local {
        ON,
        /** An account of the same name at the provider would be another person's. */
        OFF
    }

    public SignInWays {
        if (local == Local.OFF && provider.isEmpty()) {
            throw new IllegalArgumentException("access.local: with local accounts off nobody could sign in; "
                    + "set access.oidc.issuer or leave them on");
        }
    }
}
