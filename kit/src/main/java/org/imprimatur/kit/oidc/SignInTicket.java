package org.imprimatur.kit.oidc;

/**
 * What one sign-in that has begun must be met by: it is kept here and used once.
 *
 * @param state comes back with the code (RFC 6749, section 10.12)
 * @param nonce comes back in the ID token (OpenID Connect Core, section 3.1.2.1)
 * @param verifier proves at the token endpoint that we began it (RFC 7636); 43 to 128 characters
 */
public record SignInTicket(String state, String nonce, String verifier) {

    @Override
    public String toString() {
        return "SignInTicket[***]";
    }
}
