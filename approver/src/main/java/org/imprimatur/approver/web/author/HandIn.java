package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.web.author.ComposeScreen.Fault;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;

/** Hands a written draft in, one post for each account, or shows at the fields why it was not taken. */
final class HandIn {
    private final ComposePages pages;
    private final ComposeScreens screens;
    private final Authoring authoring;
    private final InstantSource clock;

    HandIn(ComposePages pages, ComposeScreens screens, Authoring authoring, InstantSource clock) {
        this.pages = pages;
        this.screens = screens;
        this.authoring = authoring;
        this.clock = clock;
    }

    /** {@code POST /compose/{key}/hand-in}: on to the post, or to the list when there are several. */
    void handIn(Context context) {
        Viewer viewer = pages.author(context);
        pages.saved(context, viewer).ifPresent(unsent -> handIn(context, viewer, unsent));
    }

    private void handIn(Context context, Viewer viewer, Unsent unsent) {
        List<Fault> faults = faults(viewer, unsent);
        if (!faults.isEmpty()) {
            pages.refuse(context, viewer, unsent, faults);
            return;
        }
        List<String> posts = new ArrayList<>();
        for (Account account : screens.chosen(unsent)) {
            try {
                posts.add(taken(viewer, unsent, account));
            } catch (ProblemException refused) {
                left(context, viewer, unsent, account, posts, refused.problem());
                return;
            }
        }
        authoring.unsent().forget(viewer.id(), unsent.key());
        context.redirect(posts.size() == 1 ? "/posts/" + posts.get(0) : "/posts", HttpStatus.SEE_OTHER);
    }

    private List<Fault> faults(Viewer viewer, Unsent unsent) {
        List<Fault> faults = new ArrayList<>();
        if (screens.chosen(unsent).isEmpty()) {
            faults.add(new Fault("accounts", "Choose where it should go out."));
        }
        if (unsent.text().isBlank()) {
            faults.add(new Fault("text", "Write what should go out."));
        }
        if (unsent.reply() && unsent.inReplyTo().isBlank()) {
            faults.add(new Fault("answered", "Paste what the reply answers."));
        }
        screens.planning(viewer, unsent, ZoneOffset.UTC, clock.instant())
                .faults()
                .forEach(fault ->
                        faults.add(new Fault(fault.startsWith("Never after") ? "expires" : "scheduled", fault)));
        unsent.authorizations().stream()
                .filter(id -> screens.onFile(viewer, id).isEmpty())
                .forEach(id -> faults.add(new Fault(
                        "authorizations",
                        "No authorization “" + id + "” is on file for the accounts that you write for.")));
        return faults.stream().distinct().toList();
    }

    private String taken(Viewer viewer, Unsent unsent, Account account) {
        Map<String, Object> body = new LinkedHashMap<>(LiveChecks.body(unsent, account.id()));
        body.put("variants", own(unsent, account));
        Slot.of(unsent.scheduled(), account.zone()).machine().ifPresent(at -> body.put("scheduledAt", at));
        Slot.of(unsent.expires(), account.zone()).machine().ifPresent(at -> body.put("expiresAt", at));
        if (unsent.revises()) {
            body.put("baseRevision", unsent.baseRevision());
            return authoring.desk().revise(viewer.person(), unsent.postId(), body);
        }
        return authoring.desk().submit(viewer.person(), unsent.key() + " " + account.id(), body);
    }

    /** A post goes to one account, so it takes along the text of that platform only. */
    private static Map<String, String> own(Unsent unsent, Account account) {
        Map<String, String> own = new LinkedHashMap<>(unsent.variants());
        own.keySet().retainAll(List.of(account.platform()));
        return own;
    }

    /** What was taken before the refusal stays taken; the rest stays in the form. */
    private void left(
            Context context, Viewer viewer, Unsent unsent, Account refusing, List<String> taken, Problem problem) {
        List<String> done = screens.chosen(unsent).stream()
                .limit(taken.size())
                .map(Account::id)
                .toList();
        Unsent others = unsent.withAccounts(
                unsent.accounts().stream().filter(id -> !done.contains(id)).toList());
        pages.keep(context, viewer, others)
                .ifPresent(rest -> pages.refuse(context, viewer, rest, faults(refusing, done, problem)));
    }

    private static List<Fault> faults(Account refusing, List<String> done, Problem problem) {
        List<Fault> faults = new ArrayList<>();
        if (!done.isEmpty()) {
            faults.add(new Fault("accounts", "Handed in for " + String.join(", ", done) + "; not for the rest."));
        }
        if (problem.faults().isEmpty()) {
            faults.add(new Fault("text", problem.detail()));
        }
        problem.faults()
                .forEach(fault -> faults.add(new Fault(field(fault.pointer()), refusing.id() + ": " + fault.detail())));
        return faults;
    }

    /** The id of the form's field that a JSON pointer means. */
    private static String field(String pointer) {
        if (pointer.startsWith("#/variants/")) {
            return "variant-" + pointer.substring("#/variants/".length());
        }
        return switch (pointer.split("/", 3).length > 1 ? pointer.split("/", 3)[1] : "") {
            case "account" -> "accounts";
            case "media" -> "pictures";
            case "inReplyTo" -> "answered";
            case "authorizations" -> "authorizations";
            case "scheduledAt" -> "scheduled";
            case "expiresAt" -> "expires";
            default -> "text";
        };
    }
}
