package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.approver.topology.Answer;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.approver.web.view.DecisionForm.Typed;
import org.imprimatur.approver.web.view.Notice;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Hands a reviewer's form in at the desk and says what came of it. */
final class DecisionForms {
    private final Visitors visitors;
    private final ReviewDesk desk;
    private final PostPages posts;

    DecisionForms(Visitors visitors, ReviewDesk desk, PostPages posts) {
        this.visitors = visitors;
        this.desk = desk;
        this.posts = posts;
    }

    /** {@code POST /posts/{id}/decisions}: to the page again, or the same page with the refusal and what was typed. */
    void decide(Context context) {
        Viewer viewer = visitors.require(context, "reviewer");
        ReviewRequest request = request(context, viewer);
        Typed typed = new Typed(
                request.kind().name(),
                request.details().reason().orElse(""),
                request.details().policy().orElse(""));
        // waits in the request's own thread: Javalin's futures never end when the reader leaves before the answer
        answer(context, viewer, request, typed, desk.submit(request).join());
    }

    private void answer(Context context, Viewer viewer, ReviewRequest request, Typed typed, Answer answer) {
        Optional<String> address = answer.fold(
                accepted -> Optional.of("/posts/" + request.postId() + "?revision=" + request.revision() + "&event="
                        + accepted.event().sequence()),
                refused -> Optional.<String>empty(),
                unanswered -> Optional.<String>empty());
        address.ifPresent(to -> context.redirect(to, HttpStatus.SEE_OTHER));
        answer.fold(
                        accepted -> Optional.<NotDone>empty(),
                        refused ->
                                Optional.of(new NotDone(HttpStatus.CONFLICT, refused.sentence(), desk.newCommandId())),
                        unanswered -> Optional.of(new NotDone(
                                HttpStatus.SERVICE_UNAVAILABLE, unanswered.sentence(), request.commandId())))
                .ifPresent(notDone -> {
                    context.status(notDone.status());
                    posts.again(
                            context,
                            viewer,
                            notDone.commandId(),
                            request.revision(),
                            typed,
                            new Notice(Notice.Kind.REFUSED, notDone.sentence(), false));
                });
    }

    /** A form without an answer keeps its command id, so that sending it again can't act twice. */
    private record NotDone(HttpStatus status, String sentence, String commandId) {}

    private static ReviewRequest request(Context context, Viewer viewer) {
        String commandId = Asked.field(context, "command");
        if (commandId.isEmpty()) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        return new ReviewRequest(
                commandId,
                context.pathParam("id"),
                Asked.numberField(context, "revision"),
                Asked.field(context, "content"),
                kind(Asked.field(context, "kind")),
                viewer.id(),
                viewer.roles(),
                ReviewRequest.Details.because(
                        filled(Asked.field(context, "reason")),
                        filled(Asked.field(context, "policy")),
                        filled(Asked.field(context, "note"))));
    }

    private static ReviewRequest.Kind kind(String name) {
        try {
            return ReviewRequest.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.of(400, "This form asks for something unknown. Load the page again.");
        }
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
