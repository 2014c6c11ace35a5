package org.imprimatur.approver.web;

import io.javalin.http.Context;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;

/** Who looks at a page. */
public final class Visitors {
    private final Access access;

    public Visitors(Access access) {
        this.access = access;
    }

    /** The signed-in person, if they have one of the roles; else a problem that the error page shows. */
    public Viewer require(Context context, String... anyOfRoles) {
        return viewer(context, access.require(context, anyOfRoles));
    }

    /** The signed-in person, or nobody. */
    public Viewer of(Context context) {
        return access.identify(context)
                .map(identity -> viewer(context, identity))
                .orElseGet(() -> Viewer.nobody(access.csrf(context)));
    }

    private Viewer viewer(Context context, Identity identity) {
        return new Viewer(identity.id(), identity.roles(), access.csrf(context));
    }
}
