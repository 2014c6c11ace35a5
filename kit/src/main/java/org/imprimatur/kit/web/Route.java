package org.imprimatur.kit.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;

/** The pattern of the route that a request matched, such as {@code /v1/drafts/{id}}. */
final class Route {

    private Route() {}

    static String of(Context context) {
        Endpoint matched = context.endpoints().matchedHttpEndpoint();
        return matched == null ? "none" : matched.path;
    }
}
