package org.imprimatur.kit.oidc;

/** The provider did not answer, or answered with what no provider answers; nobody can be signed in now. */
public final class ProviderUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnreachable(Throwable cause) {
        super("the sign-in provider does not answer", cause);
    }
}
