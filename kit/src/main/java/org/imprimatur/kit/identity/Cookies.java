package org.imprimatur.kit.identity;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * One cookie of ours: bound to the host and sent only over TLS where the request came over TLS.
 *
 * <p>Lax and not Strict, so that a link in a notification opens a page and not the sign-in form.
 */
record Cookies(String name) {

    Optional<String> read(Context context) {
        return Optional.ofNullable(context.cookie(nameFor(context))).filter(value -> !value.isEmpty());
    }

    /** Until the browser ends. */
    void write(Context context, String value) {
        write(context, value, -1);
    }

    void remove(Context context) {
        write(context, "", 0);
    }

    private void write(Context context, String value, int maxAge) {
        boolean secure = context.req().isSecure();
        context.cookie(new Cookie(nameFor(context), value, "/", maxAge, secure, true, null, SameSite.LAX));
    }

    private String nameFor(Context context) {
        return context.req().isSecure() ? "__Host-" + name : name;
    }
}
