package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.util.Map;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;

/** Who looks at a page. */
public final class Visitors {
    private final Access access;
    private final Groups groups;

    /** Where nothing belongs to a group. */
    public Visitors(Access access) {
        this(access, Map::of);
    }

    public Visitors(Access access, Groups groups) {
        this.access = access;
        this.groups = groups;
    }

    /** Which accounts belong to which group. */
    public Groups groups() {
        return groups;
    }

    /** The signed-in person, if they have one of the roles; else a problem that the error page shows. */
    public Viewer require(Context context, String... anyOfRoles) {
        return viewer(context, access.require(context, anyOfRoles));
    }

    /**
     * The signed-in person, if they have one of the roles at least for one group of accounts; {@link Viewer#at} says what
     * they may do with a thing of a group.
     */
    public Viewer requireSomewhere(Context context, String... anyOfRoles) {
        return viewer(context, access.requireSomewhere(context, anyOfRoles));
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
