package org.imprimatur.approver.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueuePage;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.Answer;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Lists cases, shows one, and takes what reviewers decide, under {@code /v1/cases} and {@code /v1/dead-letters}. */
public final class CaseRoutes implements Routes {
    private static final String AUTHOR = "author";
    private static final String REVIEWER = "reviewer";
    private static final String[] OVERSEERS = {REVIEWER, "auditor", "administrator"};
    private static final String[] READERS = {AUTHOR, REVIEWER, "auditor", "administrator"};

    private final Access access;
    private final ReadModel readModel;
    private final ReviewDesk desk;

    public CaseRoutes(Access access, ReadModel readModel, ReviewDesk desk) {
        this.access = access;
        this.readModel = readModel;
        this.desk = desk;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/v1/cases", this::list);
        routes.get("/v1/cases/{postId}", this::show);
        routes.get("/v1/cases/{postId}/history", this::history);
        routes.post("/v1/cases/{postId}/commands", this::command);
        routes.get("/v1/dead-letters", this::deadLetters);
    }

    private void list(Context context) {
        access.require(context, OVERSEERS);
        QueueFilter filter = new Parameters(context).filter();
        QueuePage page = readModel.queue(filter);
        context.json(CaseBody.page(page, filter));
    }

    private void show(Context context) {
        context.json(CaseBody.post(readable(context)));
    }

    private void history(Context context) {
        String postId = readable(context).postId();
        context.json(Map.of(
                "postId",
                postId,
                "verified",
                readModel.historyVerified(postId),
                "events",
                readModel.history(postId).stream().map(CaseBody::event).toList()));
    }

    private void command(Context context) {
        Identity reviewer = access.require(context, REVIEWER);
        var request = new CommandBody(context).request(reviewer, desk::newCommandId);
        // waits in the request's own thread: Javalin's futures never end when the reader leaves before the answer
        reply(context, desk.submit(request).join());
    }

    private static void reply(Context context, Answer answer) {
        answer.fold(
                accepted -> context.json(CaseBody.event(accepted.event())),
                refused -> refuse(new Problem(409, refused.name(), refused.sentence(), List.of())),
                unanswered -> refuse(Problem.of(503, unanswered.sentence())));
    }

    private static Context refuse(Problem problem) {
        throw new ProblemException(problem);
    }

    private void deadLetters(Context context) {
        access.require(context, OVERSEERS);
        Parameters parameters = new Parameters(context);
        context.json(Map.of(
                "items",
                readModel.deadLetters(parameters.offset(), parameters.limit()).stream()
                        .map(CaseBody::deadLetter)
                        .toList()));
    }

    /** The post in the path; whoever may not read it learns no more than that there is nothing. */
    private PostView readable(Context context) {
        Identity reader = access.require(context, READERS);
        return readModel
                .post(context.pathParam("postId"))
                .filter(post -> reader.hasAny(OVERSEERS) || wroteIt(reader, post))
                .orElseThrow(() -> ProblemException.of(404, "There is no such post, or it is not yours to read."));
    }

    private static boolean wroteIt(Identity reader, PostView post) {
        return post.newest().content().contributors().contains(reader.id());
    }
}
