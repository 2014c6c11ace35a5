package org.imprimatur.kit.web;

import io.javalin.http.Context;
import java.util.Map;

/** The headers of every answer: nothing from elsewhere runs here, nobody frames us, nothing is kept in caches. */
final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void write(Context context) {
        ALWAYS.forEach(context::header);
        if (context.req().isSecure()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
