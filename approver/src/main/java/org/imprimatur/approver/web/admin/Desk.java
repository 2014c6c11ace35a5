package org.imprimatur.approver.web.admin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.Deed;

/** What the administrators' pages share: who asks, the frame around a page, and that every act is written down first. */
record Desk(Pages pages, Visitors visitors, Administration administration, InstantSource clock, Supplier<String> ids) {
    static final String ADMINISTRATOR = "administrator";

    /** For the signed-in person if they have one of the roles; else a problem. */
    Frame frame(Context context, String title, String... roles) {
        return new Frame(title, Frame.Tab.ADMINISTRATION, visitors.require(context, roles));
    }

    void show(Context context, String template, Object screen) {
        pages.show(context, "admin/" + template, screen);
    }

    /** The page again, with what is wrong in a status that says so. */
    static void refused(Context context) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    Viewer administrator(Context context) {
        return visitors.require(context, ADMINISTRATOR);
    }

    Deed deed(Deed.Kind kind, Viewer actor, String subject, String detail, String reason) {
        return new Deed(ids.get(), kind, actor.id(), subject, detail, reason, clock.instant());
    }

    /** Written down, and only then done. */
    void recorded(Deed deed, Runnable act) {
        administration.record(deed);
        act.run();
    }

    List<EventsScreen.Line> deeds(int most) {
        return administration.deeds(0, most).stream()
                .map(deed -> EventsScreen.Line.of(deed, clock.instant()))
                .toList();
    }

    static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }
}
