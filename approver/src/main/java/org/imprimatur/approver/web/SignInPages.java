package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.SignInScreen;
import org.imprimatur.approver.web.view.SignedOutScreen;
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

    /** {@code GET /sign-in/provider}: on to the organization's own sign-in. */
    void atProvider(Context context) {
        String target = target(context.queryParam("next"));
        try {
            context.redirect(access.beginAtProvider(context, target).toString(), HttpStatus.SEE_OTHER);
        } catch (ProblemException refused) {
            again(context, target, refused);
        }
    }

    /** {@code GET /sign-in/callback}: back from there, and on to where the person wanted to go. */
    void fromProvider(Context context) {
        try {
            context.redirect(access.completeAtProvider(context), HttpStatus.SEE_OTHER);
        } catch (ProblemException refused) {
            again(context, "/", refused);
        }
    }

    private void again(Context context, String target, ProblemException refused) {
        if (refused.problem().status() == HttpStatus.NOT_FOUND.getCode()) {
            throw refused;
        }
        context.status(refused.problem().status());
        refused.headers().forEach(context::header);
        show(context, "", target, Optional.of(refused.problem().detail()));
    }

    /** {@code POST /sign-out}: to the form, or to a page with the link that ends the provider's session as well. */
    void signOut(Context context) {
        Optional<URI> provider = access.signOut(context);
        if (provider.isEmpty()) {
            context.redirect("/sign-in", HttpStatus.SEE_OTHER);
            return;
        }
        Frame frame = new Frame("Signed out", Frame.Tab.NONE, visitors.of(context));
        pages.show(
                context, "signedOut", new SignedOutScreen(frame, provider.get().toString()));
    }

    /** {@code POST /sign-out/everywhere}: ends this person's sessions in every browser. */
    void signOutEverywhere(Context context) {
        access.endSessions(visitors.require(context).id());
        signOut(context);
    }

    private void show(Context context, String name, String target, Optional<String> fault) {
        Frame frame = new Frame("Sign in", Frame.Tab.NONE, visitors.of(context));
        pages.show(context, "signIn", new SignInScreen(frame, name, target, fault, ways()));
    }

    private SignInScreen.Ways ways() {
        if (!access.hasProvider()) {
            return SignInScreen.Ways.PASSWORD;
        }
        return access.takesPasswords() ? SignInScreen.Ways.BOTH : SignInScreen.Ways.PROVIDER;
    }

    private static String home(Viewer viewer) {
        if (viewer.reviews()) {
            return "/queue";
        }
        if (viewer.writes()) {
            return "/posts";
        }
        if (viewer.audits()) {
            return "/history";
        }
        return viewer.editsPolicies() ? "/policies" : "/posts";
    }

    /** Only a path of our own, so that a link to the sign-in form leads nowhere else. */
    private static String target(@org.jspecify.annotations.Nullable String asked) {
        return asked != null && asked.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/?=&%-]*)?") ? asked : "/";
    }
}
