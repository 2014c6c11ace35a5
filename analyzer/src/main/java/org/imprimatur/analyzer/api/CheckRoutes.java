package org.imprimatur.analyzer.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Says what would hold a draft before it is handed in: {@code POST /v1/check}, for authors and reviewers. */
public final class CheckRoutes implements Routes {
    private final Access access;
    private final DraftCheck check;

    public CheckRoutes(Access access, DraftCheck check) {
        this.access = access;
        this.check = check;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.post("/v1/check", this::check);
    }

    private void check(Context context) {
        Identity author = access.requireSomewhere(context, DraftCheck.ASKERS);
        if (!(context.bodyAsClass(Object.class) instanceof Map<?, ?> draft)) {
            throw ProblemException.of(400, "Send one JSON object.");
        }
        context.header("Cache-Control", "no-store").json(check.answer(author, draft));
    }
}
