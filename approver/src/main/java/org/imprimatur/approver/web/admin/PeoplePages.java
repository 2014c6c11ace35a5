package org.imprimatur.approver.web.admin;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.approver.web.admin.PeopleScreen.Typed;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.Deed.Kind;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.identity.LocalAccounts;
import org.imprimatur.kit.settings.Secret;

/** Local accounts: who has one, and as what. Nobody locks themselves out here. */
final class PeoplePages {
    private final Desk desk;
    private final Access access;
    private final LocalAccounts accounts;

    PeoplePages(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
        this.accounts = access.accounts();
    }

    void list(Context context) {
        show(context, Typed.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    void add(Context context) {
        Viewer administrator = desk.administrator(context);
        Typed typed = new Typed(Desk.field(context, "id"), Desk.field(context, "roles"));
        TypedRoles roles = TypedRoles.of(typed.roles());
        Optional<String> fault = roles.fault().or(() -> unusable(typed.id()));
        if (fault.isPresent()) {
            refuse(context, typed, fault.get());
            return;
        }
        desk.administration().record(desk.deed(Kind.PERSON_ADDED, administrator, typed.id(), words(roles.roles()), ""));
        Secret password = accounts.create(typed.id(), roles.roles());
        done(context, typed.id() + " can sign in with this password, which is shown only now:", password);
    }

    void assign(Context context) {
        Viewer administrator = desk.administrator(context);
        String id = existing(context);
        TypedRoles roles = TypedRoles.of(Desk.field(context, "roles"));
        if (roles.fault().isPresent()) {
            refuse(context, Typed.NOTHING, roles.fault().get());
        } else if (id.equals(administrator.id()) && !roles.roles().contains(Desk.ADMINISTRATOR)) {
            refuse(context, Typed.NOTHING, "Another administrator must take this role from you.");
        } else {
            desk.recorded(
                    desk.deed(Kind.ROLES_CHANGED, administrator, id, words(roles.roles()), ""),
                    () -> accounts.assign(id, roles.roles()));
            done(context, id + " is now " + words(roles.roles()) + ".");
        }
    }

    void renewPassword(Context context) {
        Viewer administrator = desk.administrator(context);
        String id = existing(context);
        desk.administration().record(desk.deed(Kind.PASSWORD_RENEWED, administrator, id, "", ""));
        Secret password = accounts.renewPassword(id);
        if (!id.equals(administrator.id())) {
            access.endSessions(id);
        }
        done(context, id + " signs in with this password from now on, which is shown only now:", password);
    }

    /** Also for people who have no account here, because a provider vouches for them. */
    void signOut(Context context) {
        Viewer administrator = desk.administrator(context);
        String id = Desk.field(context, "id");
        if (!Identity.isId(id)) {
            refuse(context, Typed.NOTHING, "Say whom to sign out.");
            return;
        }
        desk.administration().record(desk.deed(Kind.SIGNED_OUT, administrator, id, "", ""));
        int sessions = access.endSessions(id);
        if (id.equals(administrator.id())) {
            context.redirect("/sign-in", io.javalin.http.HttpStatus.SEE_OTHER);
        } else {
            done(context, id + " is signed out of " + sessions + (sessions == 1 ? " browser." : " browsers."));
        }
    }

    void remove(Context context) {
        Viewer administrator = desk.administrator(context);
        String id = existing(context);
        if (id.equals(administrator.id())) {
            refuse(context, Typed.NOTHING, "Another administrator must remove you.");
            return;
        }
        desk.recorded(desk.deed(Kind.PERSON_REMOVED, administrator, id, "", ""), () -> accounts.remove(id));
        access.endSessions(id);
        done(context, id + " is removed and signed out.");
    }

    private String existing(Context context) {
        String id = Desk.field(context, "id");
        return accounts.find(id)
                .map(Identity::id)
                .orElseThrow(() -> org.imprimatur.kit.web.ProblemException.of(404, "There is no such person here."));
    }

    private Optional<String> unusable(String id) {
        if (!Identity.isId(id)) {
            return Optional.of("An id has 1 to 64 letters, digits, dots, hyphens, underscores or at-signs.");
        }
        return accounts.find(id).map(taken -> "There is a person " + id + " already.");
    }

    private void refuse(Context context, Typed typed, String fault) {
        Desk.refused(context);
        show(context, typed, Optional.of(fault), Optional.empty(), Optional.empty());
    }

    private void done(Context context, String sentence) {
        show(context, Typed.NOTHING, Optional.empty(), Optional.of(sentence), Optional.empty());
    }

    private void done(Context context, String sentence, Secret secret) {
        show(context, Typed.NOTHING, Optional.empty(), Optional.of(sentence), Optional.of(secret.reveal()));
    }

    private void show(
            Context context, Typed typed, Optional<String> fault, Optional<String> done, Optional<String> secret) {
        var frame = desk.frame(context, "People", Desk.ADMINISTRATOR);
        var people = accounts.list().stream()
                .map(each -> new PeopleScreen.Line(
                        each.id(),
                        words(each.roles()),
                        each.id().equals(frame.viewer().id())))
                .toList();
        desk.show(
                context,
                "people",
                new PeopleScreen(frame, people, typed, fault, done, secret, access.takesPasswords()));
    }

    private static String words(Set<String> roles) {
        return String.join(", ", new TreeSet<>(roles));
    }
}
