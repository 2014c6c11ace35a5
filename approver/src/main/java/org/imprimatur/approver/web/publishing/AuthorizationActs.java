package org.imprimatur.approver.web.publishing;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.AuthorizationDesk;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Records and revokes authorizations. */
final class AuthorizationActs {
    private static final int LONGEST_REASON = 500;

    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final AuthorizationPages reading;
    private final AuthorizationDesk desk;

    AuthorizationActs(
            Pages pages, Visitors visitors, ReadModel readModel, AuthorizationPages reading, AuthorizationDesk desk) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.reading = reading;
        this.desk = desk;
    }

    /** {@code GET /authorizations/new}. */
    void begin(Context context) {
        form(
                context,
                visitors.requireSomewhere(context, AuthorizationPages.WHO),
                AuthorizationForm.Typed.NOTHING,
                List.of());
    }

    /** {@code POST /authorizations}: to its page, or the form again with everything that has to be mended. */
    void add(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, AuthorizationPages.WHO);
        TypedAuthorization typed = TypedAuthorization.of(context);
        SignedAuthorization fresh = typed.signed();
        requireSettled(viewer, fresh);
        List<String> faults = Stream.concat(typed.faults().stream(), fresh.faults(reading.today()).stream())
                .distinct()
                .toList();
        if (faults.isEmpty()) {
            faults = written(() -> desk.add(fresh, viewer.id())).stream().toList();
        }
        if (!faults.isEmpty()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            form(context, viewer, typed.typed(), faults);
            return;
        }
        context.redirect(AuthorizationPages.page(fresh.id()) + "&done=added", HttpStatus.SEE_OTHER);
    }

    /** {@code GET /authorizations/revoke?id=}: what will happen, and the form. */
    void think(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, AuthorizationPages.WHO);
        SignedAuthorization known = reading.known(context.queryParam("id"), viewer);
        requireSettled(viewer, known);
        if (known.revocation().isPresent()) {
            context.redirect(AuthorizationPages.page(known.id()), HttpStatus.SEE_OTHER);
            return;
        }
        revoking(context, viewer, known, "", Optional.empty());
    }

    /** {@code POST /authorizations/revoke}: to its page, which follows what comes of it. */
    void revoke(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, AuthorizationPages.WHO);
        SignedAuthorization known = reading.known(Asked.field(context, "id"), viewer);
        requireSettled(viewer, known);
        String reason = Asked.field(context, "reason");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            revoking(context, viewer, known, reason, Optional.of("Say why, in at most 500 characters."));
            return;
        }
        var unused = written(() -> desk.revoke(known.id(), viewer.id(), reason));
        context.redirect(AuthorizationPages.page(known.id()) + "&done=revoked", HttpStatus.SEE_OTHER);
    }

    private void requireSettled(Viewer viewer, SignedAuthorization one) {
        if (!reading.reach(viewer).settles(one.group())) {
            throw ProblemException.of(
                    403,
                    one.group().isEmpty()
                            ? "Your role counts for a group of accounts, and this is for the whole organization."
                            : "Your role does not count for the group that keeps this authorization.");
        }
    }

    private static <T> T written(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalStateException notTaken) {
            throw ProblemException.of(
                    503, "It could not be written down just now. Look at the register, then try again.");
        }
    }

    private void form(Context context, Viewer viewer, AuthorizationForm.Typed typed, List<String> faults) {
        pages.show(
                context,
                "publishing/authorizationForm",
                new AuthorizationForm(
                        new Frame("Record an authorization", Frame.Tab.AUTHORIZATIONS, viewer),
                        typed,
                        reading.platforms(),
                        reading.keepers(viewer),
                        faults));
    }

    private void revoking(
            Context context, Viewer viewer, SignedAuthorization known, String reason, Optional<String> fault) {
        List<DeliveryRow> rows = readModel.deliveriesUnder(known.id());
        pages.show(
                context,
                "publishing/revoke",
                new RevokeScreen(
                        new Frame("Revoke " + known.id(), Frame.Tab.AUTHORIZATIONS, viewer),
                        known.id(),
                        known.person(),
                        AuthorizationPages.page(known.id()),
                        Reliance.of(rows).foreseen(),
                        reading.relying(viewer, rows),
                        reason,
                        fault));
    }
}
