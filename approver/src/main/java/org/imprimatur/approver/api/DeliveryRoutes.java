package org.imprimatur.approver.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.readmodel.DeliveryFilter;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.DeliveryDesk;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Lists what was published, and takes what people ask about it. */
public final class DeliveryRoutes implements Routes {
    private final Access access;
    private final ReadModel readModel;
    private final Groups groups;
    private final DeliveryDesk desk;

    public DeliveryRoutes(Access access, ReadModel readModel, Groups groups, DeliveryDesk desk) {
        this.access = access;
        this.readModel = readModel;
        this.groups = groups;
        this.desk = desk;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/v1/deliveries", this::list);
        routes.get("/v1/cases/{postId}/deliveries", this::ofPost);
        routes.post("/v1/cases/{postId}/deliveries/commands", this::ask);
    }

    private void list(Context context) {
        Identity person = access.requireSomewhere(context, Readers.OVERSEERS);
        DeliveryFilter filter = new Parameters(context).deliveries().within(groups.reach(person, Readers.OVERSEERS));
        context.json(DeliveryBody.page(readModel.deliveries(filter), filter));
    }

    private void ofPost(Context context) {
        PostView post = post(context, access.requireSomewhere(context, Readers.ALL));
        context.json(Map.of(
                "postId",
                post.postId(),
                "deliveries",
                post.deliveries().stream().map(DeliveryBody::delivery).toList(),
                "commands",
                readModel.orders(post.postId()).stream()
                        .map(DeliveryBody::order)
                        .toList()));
    }

    private void ask(Context context) {
        Identity reader = access.requireSomewhere(context, Readers.SETTLERS);
        PostView post = post(context, reader);
        String postId = post.postId();
        Identity person = Readers.at(post, reader, groups);
        if (!person.hasAny(Readers.SETTLERS)) {
            throw ProblemException.of(403, "Your role does not count for the account of this post.");
        }
        DeliveryRequest request =
                DeliveryBody.request(JsonBody.of(context.body()), postId, person, desk.newCommandId());
        if (request.deliveryId().filter(id -> isOfAnother(postId, id)).isPresent()) {
            throw ProblemException.of(404, "There is no such publication of this post.");
        }
        // waits in the request's own thread: Javalin's futures never end when the reader leaves before the answer
        DeliveryOrder order = desk.ask(request)
                .orElseThrow(() -> ProblemException.of(
                        503,
                        "The publisher did not answer in time. It may still do it: ask again with the same commandId, "
                                + request.commandId() + "."));
        Optional<String> refusal = order.refusal();
        if (refusal.isPresent()) {
            throw new ProblemException(new Problem(409, "PUBLISHER_REFUSED", refusal.get(), List.of()));
        }
        context.json(DeliveryBody.order(order));
    }

    private boolean isOfAnother(String postId, String deliveryId) {
        return readModel
                .delivery(deliveryId)
                .filter(row -> !row.delivery().postId().equals(postId))
                .isPresent();
    }

    /** The post in the path; whoever may not read it learns no more than that there is nothing. */
    private PostView post(Context context, Identity reader) {
        return readModel
                .post(context.pathParam("postId"))
                .filter(post -> Readers.mayRead(Readers.at(post, reader, groups), post))
                .orElseThrow(() -> ProblemException.of(404, "There is no such post, or it is not yours to read."));
    }
}
