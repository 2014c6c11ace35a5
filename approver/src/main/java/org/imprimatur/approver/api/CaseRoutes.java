package org.imprimatur.approver.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueuePage;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.Answer;
import org.imprimatur.approver.topology.BulkDesk;
import org.imprimatur.approver.topology.PresenceDesk;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.approver.topology.ReviewRequest.Kind;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.Problem.Fault;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Lists cases, shows one, and takes what people ask of them, under {@code /v1/cases}. */
public final class CaseRoutes implements Routes {
    private static final String NOT_A_REVIEWER = "NOT_A_REVIEWER";

    /** What an author may ask too, about their own posts. */
    private static final Set<Kind> OF_AUTHORS = Set.of(Kind.WITHDRAW, Kind.COMMENT);

    private final Access access;
    private final ReadModel readModel;
    private final Groups groups;
    private final ReviewDesk desk;
    private final BulkDesk bulk;
    private final PresenceDesk presence;
    private final InstantSource clock;

    public CaseRoutes(
            Access access,
            ReadModel readModel,
            Groups groups,
            ReviewDesk desk,
            BulkDesk bulk,
            PresenceDesk presence,
            InstantSource clock) {
        this.access = access;
        this.readModel = readModel;
        this.groups = groups;
        this.desk = desk;
        this.bulk = bulk;
        this.presence = presence;
        this.clock = clock;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/v1/cases", this::list);
        routes.get("/v1/cases/counts", this::counts);
        routes.post("/v1/cases/approvals", this::approveTogether);
        routes.get("/v1/cases/{postId}", this::show);
        routes.get("/v1/cases/{postId}/history", this::history);
        routes.post("/v1/cases/{postId}/commands", this::command);
        routes.get("/v1/cases/{postId}/presence", this::looking);
        routes.post("/v1/cases/{postId}/presence", this::look);
    }

    private void list(Context context) {
        Identity person = access.requireSomewhere(context, Readers.OVERSEERS);
        QueueFilter filter =
                new Parameters(context).filter(clock.instant()).within(groups.reach(person, Readers.OVERSEERS));
        QueuePage page = readModel.queue(filter);
        context.json(CaseBody.page(page, filter));
    }

    private void counts(Context context) {
        Identity person = access.requireSomewhere(context, Readers.OVERSEERS);
        context.json(CaseBody.counts(
                readModel.counts(person.id(), groups.reach(person, Readers.OVERSEERS), clock.instant())));
    }

    private void show(Context context) {
        Seen seen = readable(context, access.requireSomewhere(context, Readers.ALL));
        Identity reader = seen.reader();
        PostView post = seen.post();
        context.json(CaseBody.post(post, Readers.mayReadNotes(reader, post)));
    }

    private void history(Context context) {
        Seen seen = readable(context, access.requireSomewhere(context, Readers.ALL));
        Identity reader = seen.reader();
        PostView post = seen.post();
        boolean notes = Readers.mayReadNotes(reader, post);
        List<HistoryRow> events = readModel.history(post.postId());
        context.json(Map.of(
                "postId",
                post.postId(),
                "verified",
                readModel.historyVerified(post.postId()),
                "events",
                events.stream()
                        .map(event -> CaseBody.event(notes ? event : event.withoutNote()))
                        .toList()));
    }

    private void command(Context context) {
        Identity everywhere = access.requireSomewhere(context, Readers.AUTHOR, Readers.REVIEWER, Readers.ADMINISTRATOR);
        // of a post that has not arrived here yet, roles for everything may ask: the review has the last word
        Identity person = readModel
                .post(context.pathParam("postId"))
                .map(post -> Readers.at(post, everywhere, groups))
                .orElseGet(() -> everywhere.within(""));
        ReviewRequest request = new CommandBody(context).request(person, desk::newCommandId);
        if (!OF_AUTHORS.contains(request.kind())) {
            if (!person.hasAny(Readers.REVIEWER, Readers.ADMINISTRATOR)) {
                throw ProblemException.of(403, "Your account may not do this, or not for the account of this post.");
            }
        } else if (!person.hasAny(Readers.OVERSEERS)) {
            readable(context, everywhere);
        }
        // waits in the request's own thread: Javalin's futures never end when the reader leaves before the answer
        reply(context, desk.submit(request).join());
    }

    private static void reply(Context context, Answer answer) {
        answer.fold(
                accepted -> context.json(CaseBody.event(accepted.event())),
                refused -> refuse(new Problem(status(refused.name()), refused.name(), refused.sentence(), List.of())),
                unanswered -> refuse(Problem.of(503, unanswered.sentence())));
    }

    /** Who lacks the role is forbidden; everything else depends on how things stand. */
    private static int status(String refusal) {
        return refusal.equals(NOT_A_REVIEWER) ? 403 : 409;
    }

    private void approveTogether(Context context) {
        Identity reviewer = access.requireSomewhere(context, Readers.REVIEWER);
        List<BulkDesk.Item> items = BulkBody.items(context, desk::newCommandId);
        List<BulkDesk.Hindrance> hindrances =
                bulk.hindrances(items, reviewer.id(), groups.reach(reviewer, Readers.REVIEWER));
        if (!hindrances.isEmpty()) {
            refuse(new Problem(
                    409,
                    "NOT_ALL_QUALIFY",
                    "None was approved. Take these out of the list, and try again.",
                    hindrances.stream()
                            .map(each -> new Fault("#/items/" + each.index(), each.sentence()))
                            .toList()));
        }
        context.json(Map.of(
                "items",
                bulk.approve(items, reviewer.id(), Set.of(Readers.REVIEWER)).stream()
                        .map(BulkBody::done)
                        .toList()));
    }

    private void looking(Context context) {
        Seen seen = overseen(context);
        context.json(CaseBody.looking(presence.looking(seen.post().postId())));
    }

    private void look(Context context) {
        Seen seen = overseen(context);
        Identity person = seen.reader();
        String postId = seen.post().postId();
        JsonBody body = JsonBody.of(context.body());
        String page = body.needed("page", "is the name that the window gives itself; one that closed stays closed");
        boolean looks = body.truth("looking", true);
        body.complete();
        if (looks) {
            presence.look(postId, person.id(), page, person.roles());
        } else {
            presence.leave(postId, person.id(), page);
        }
        context.json(CaseBody.looking(presence.looking(postId)));
    }

    private static Context refuse(Problem problem) {
        throw new ProblemException(problem);
    }

    /** A post, and its reader with the roles that count for its account. */
    private record Seen(PostView post, Identity reader) {}

    /** The post in the path; whoever may not read it learns no more than that there is nothing. */
    private Seen readable(Context context, Identity person) {
        return readModel
                .post(context.pathParam("postId"))
                .map(post -> new Seen(post, Readers.at(post, person, groups)))
                .filter(seen -> Readers.mayRead(seen.reader(), seen.post()))
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "There is no such post, or it is not yours to read, or not for an account of your group."));
    }

    private Seen overseen(Context context) {
        Seen seen = readable(context, access.requireSomewhere(context, Readers.OVERSEERS));
        if (!seen.reader().hasAny(Readers.OVERSEERS)) {
            throw ProblemException.of(403, "Your role does not count for the account of this post.");
        }
        return seen;
    }
}
