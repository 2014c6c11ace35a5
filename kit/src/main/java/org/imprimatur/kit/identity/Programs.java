package org.imprimatur.kit.identity;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who a bearer key or a short token of the provider acts as; only under {@code /v1}.
 *
 * @param keys API keys
 * @param provider whose tokens are taken
 * @param known counts the requests of a program that is known
 * @param unknown counts wrong keys by the address from which they come
 */
record Programs(ApiKeys keys, Optional<ProviderSignIn> provider, RateLimit known, RateLimit unknown) {

    Optional<Identity> identify(Context context, String bearer) {
        Optional<Identity> program = keys.verify(bearer, context.path()).or(() -> token(context.path(), bearer));
        program.ifPresentOrElse(identity -> known.take(identity.id()), () -> unknown.take(Address.of(context)));
        return program;
    }

    private Optional<Identity> token(String path, String bearer) {
        boolean isJwt = bearer.chars().filter(each -> each == '.').count() == 2;
        return isJwt && path.startsWith("/v1/") ? provider.flatMap(each -> each.bearer(bearer)) : Optional.empty();
    }
}
