package org.imprimatur.approver.web.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.web.Routes;

/** The administrators' addresses, under {@code /admin}. */
public final class AdminRoutes implements Routes {
    private static final int RECORDED = 100;

    private final Desk desk;
    private final PeoplePages people;
    private final KeyPages keys;
    private final AccountPages accounts;

    /** Writes every act down in {@code administration}, under ids that {@code ids} makes. */
    public AdminRoutes(Access access, Administration administration, InstantSource clock, Supplier<String> ids) {
        this.desk = new Desk(new Pages(), new Visitors(access), administration, clock, ids);
        this.people = new PeoplePages(desk, access);
        this.keys = new KeyPages(desk, access.keys());
        this.accounts = new AccountPages(desk, administration);
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/admin", context -> context.redirect("/admin/people", HttpStatus.SEE_OTHER));
        routes.get("/admin/people", people::list);
        routes.post("/admin/people", people::add);
        routes.post("/admin/people/roles", people::assign);
        routes.post("/admin/people/password", people::renewPassword);
        routes.post("/admin/people/sign-out", people::signOut);
        routes.post("/admin/people/remove", people::remove);
        routes.get("/admin/keys", keys::list);
        routes.post("/admin/keys", keys::create);
        routes.post("/admin/keys/revoke", keys::revoke);
        routes.get("/admin/accounts", accounts::list);
        routes.post("/admin/accounts", accounts::save);
        routes.post("/admin/accounts/freeze", accounts::freeze);
        routes.post("/admin/accounts/unfreeze", accounts::unfreeze);
        routes.get("/admin/events", this::events);
    }

    /** {@code GET /admin/events}: what administrators did, which auditors may read too. */
    private void events(Context context) {
        Frame frame = desk.frame(context, "What administrators did", "administrator", "auditor");
        desk.show(context, "events", new EventsScreen(frame, desk.deeds(RECORDED)));
    }
}
