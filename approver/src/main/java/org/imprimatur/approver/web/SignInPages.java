package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.SignInScreen;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.web.ProblemException;

/** Signing in, signing out, and where one lands. */
final class SignInPages {
    private final Pages pages;
    private final Visitors visitors;
    private final Access access;

    SignInPages(Pages pages, Visitors visitors, Access access) {
        this.pages = pages;
        this.visitors = visitors;
        this.access = access;
    }

    /** {@code GET /}: the page on which this person works. */
    void home(Context context) {
        context.redirect(home(visitors.require(context)), HttpStatus.SEE_OTHER);
    }

    /** {@code GET /sign-in}. */
    void form(Context context) {
        show(context, "", target(context.queryParam("next")), Optional.empty());
    }

    /** {@code POST /sign-in}: on to where the person wanted to go, or the form again with what is wrong. */
    void signIn(Context context) {
        String name = Asked.field(context, "name");
        String target = target(context.formParam("next"));
        try {
            access.signIn(
                    context,
                    name,
                    Optional.ofNullable(context.formParam("password")).orElse(""));
            context.redirect(target, HttpStatus.SEE_OTHER);
        } catch (ProblemException refused) {
            context.status(refused.problem().status());
            refused.headers().forEach(context::header);
            show(context, name, target, Optional.of(refused.problem().detail()));
        }
    }

    /** {@code POST /sign-out}. */
    void signOut(Context context) {
        access.signOut(context);
        context.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    private void show(Context context, String name, String target, Optional<String> fault) {
        Frame frame = new Frame("Sign in", Frame.Tab.NONE, visitors.of(context));
        pages.show(context, "signIn", new SignInScreen(frame, name, target, fault));
    }

    private static String home(Viewer viewer) {
        if (viewer.reviews()) {
            return "/queue";
        }
        if (viewer.writes()) {
            return "/posts";
        }
        return viewer.audits() ? "/history" : "/posts";
    }

    /** Only a path of our own, so that a link to the sign-in form leads nowhere else. */
    private static String target(@org.jspecify.annotations.Nullable String asked) {
        return asked != null && asked.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/?=&%-]*)?") ? asked : "/";
    }
}
