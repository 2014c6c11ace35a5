package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.topology.Answer;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.approver.web.view.DecisionForm.Typed;
import org.imprimatur.approver.web.view.Notice;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Hands a reviewer's form in at the desk, or an author's comment, and says what came of it. */
final class DecisionForms {
    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReviewDesk desk;
    private final PostPages posts;
    private final NextCases nextCases;

    DecisionForms(Visitors visitors, VisiblePosts visible, ReviewDesk desk, PostPages posts, NextCases nextCases) {
        this.visitors = visitors;
        this.visible = visible;
        this.desk = desk;
        this.posts = posts;
        this.nextCases = nextCases;
    }

    /**
     * {@code POST /posts/{id}/decisions}: to the page again, with {@code then=next} to the next case, or the same page with
     * the refusal and what was typed.
     */
    void decide(Context context) {
        boolean comments = Asked.field(context, "kind").equals("comment");
        Viewer person = comments
                ? visitors.requireSomewhere(context, "reviewer", "administrator", "author")
                : visitors.requireSomewhere(context, "reviewer", "administrator");
        VisiblePosts.Seen seen = visible.require(context, person);
        Viewer viewer = seen.viewer();
        if (!viewer.reviews() && !viewer.administers() && !(comments && VisiblePosts.isContributor(seen))) {
            throw ProblemException.of(
                    403, "Your role does not count for the account of this post, so somebody else decides.");
        }
        DecisionFields fields = new DecisionFields(context);
        ReviewRequest request = fields.request(viewer);
        // waits in the request's own thread: Javalin's futures never end when the reader leaves before the answer
        answer(context, person, request, fields.typed(), desk.submit(request).join());
    }

    private void answer(Context context, Viewer viewer, ReviewRequest request, Typed typed, Answer answer) {
        Optional<HistoryRow> event = answer.fold(
                accepted -> Optional.of(accepted.event()), refused -> Optional.empty(), un -> Optional.empty());
        event.ifPresent(done -> context.redirect(address(context, viewer, request, done), HttpStatus.SEE_OTHER));
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

    /** The page that comes next still says what was done, and offers to take it back. */
    private String address(Context context, Viewer viewer, ReviewRequest request, HistoryRow done) {
        String said = "event=" + done.sequence();
        if (Asked.field(context, "then").equals("next")) {
            return nextCases.take(viewer, request.postId()).orElse("/queue") + "?done=" + request.postId() + "&" + said;
        }
        return "/posts/" + request.postId() + "?revision=" + request.revision() + "&" + said;
    }

    /** A form without an answer keeps its command id, so that sending it again can't act twice. */
    private record NotDone(HttpStatus status, String sentence, String commandId) {}
}
