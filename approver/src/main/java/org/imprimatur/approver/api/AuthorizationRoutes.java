package org.imprimatur.approver.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.readmodel.AuthorizationReach;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.topology.AuthorizationDesk;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Lists, records and revokes authorizations, for reviewers and administrators as far as their roles count. */
public final class AuthorizationRoutes implements Routes {
    private final Access access;
    private final ReadModel readModel;
    private final Groups groups;
    private final Register register;
    private final AuthorizationDesk desk;
    private final InstantSource clock;

    public AuthorizationRoutes(
            Access access,
            ReadModel readModel,
            Groups groups,
            Register register,
            AuthorizationDesk desk,
            InstantSource clock) {
        this.access = access;
        this.readModel = readModel;
        this.groups = groups;
        this.register = register;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/v1/authorizations", this::list);
        routes.post("/v1/authorizations", this::add);
        routes.get("/v1/authorizations/{authorizationId}", this::show);
        routes.post("/v1/authorizations/{authorizationId}/revocation", this::revoke);
    }

    private void list(Context context) {
        AuthorizationReach reach = reach(access.requireSomewhere(context, Readers.SETTLERS));
        List<SignedAuthorization> all =
                register.signed().stream().filter(reach::covers).toList();
        Parameters parameters = new Parameters(context);
        context.json(Map.of(
                "total",
                all.size(),
                "items",
                all.stream()
                        .skip(parameters.offset())
                        .limit(parameters.limit())
                        .map(one -> AuthorizationBody.signed(one, today()))
                        .toList()));
    }

    private void show(Context context) {
        Identity person = access.requireSomewhere(context, Readers.SETTLERS);
        tell(context, person, known(person, context.pathParam("authorizationId")));
    }

    private void add(Context context) {
        Identity person = access.requireSomewhere(context, Readers.SETTLERS);
        SignedAuthorization fresh = AuthorizationBody.read(JsonBody.of(context.body()), today());
        requireSettled(person, fresh);
        Optional<String> taken = written(() -> desk.add(fresh, person.id()));
        if (taken.isPresent()) {
            throw new ProblemException(new Problem(409, "ID_TAKEN", taken.get(), List.of()));
        }
        context.status(HttpStatus.CREATED);
        tell(context, person, fresh);
    }

    private void revoke(Context context) {
        Identity person = access.requireSomewhere(context, Readers.SETTLERS);
        JsonBody body = JsonBody.of(context.body());
        Optional<String> reason = body.text("reason", DeliveryRequest.LONGEST_WORDS);
        if (reason.isEmpty()) {
            body.fault("reason", "is needed: why, and how the revocation came");
        }
        body.complete();
        SignedAuthorization known = known(person, context.pathParam("authorizationId"));
        requireSettled(person, known);
        SignedAuthorization revoked = written(() -> desk.revoke(known.id(), person.id(), reason.orElseThrow()))
                .orElse(known);
        tell(context, person, revoked);
    }

    private void tell(Context context, Identity person, SignedAuthorization one) {
        Reach reach = groups.reach(person, Readers.SETTLERS);
        List<DeliveryRow> rows = readModel.deliveriesUnder(one.id()).stream()
                .filter(row -> reach.covers(row.delivery().account()))
                .toList();
        context.json(AuthorizationBody.relied(one, today(), rows));
    }

    private AuthorizationReach reach(Identity person) {
        return AuthorizationReach.of(person, groups, readModel);
    }

    /** Whoever does not reach it learns no more than that there is nothing. */
    private SignedAuthorization known(Identity person, String id) {
        return register.signed(id)
                .filter(reach(person)::covers)
                .orElseThrow(
                        () -> ProblemException.of(404, "There is no such authorization, or it is not yours to see."));
    }

    private void requireSettled(Identity person, SignedAuthorization one) {
        if (!reach(person).settles(one.group())) {
            throw ProblemException.of(403, "Your role does not count for the group that keeps this authorization.");
        }
    }

    private static <T> T written(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalStateException notTaken) {
            throw ProblemException.of(
                    503, "It could not be written down just now; look whether it is there, then try again.");
        }
    }

    /** In UTC; the gate looks at the account's own day. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
