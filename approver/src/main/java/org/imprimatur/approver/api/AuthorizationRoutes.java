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
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.topology.AuthorizationDesk;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Lists, records and revokes authorizations, for reviewers and administrators only. */
public final class AuthorizationRoutes implements Routes {
    private final Access access;
    private final ReadModel readModel;
    private final Register register;
    private final AuthorizationDesk desk;
    private final InstantSource clock;

    public AuthorizationRoutes(
            Access access, ReadModel readModel, Register register, AuthorizationDesk desk, InstantSource clock) {
        this.access = access;
        this.readModel = readModel;
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
        access.require(context, Readers.SETTLERS);
        List<SignedAuthorization> all = register.signed();
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
        access.require(context, Readers.SETTLERS);
        tell(context, known(register.signed(context.pathParam("authorizationId"))));
    }

    private void add(Context context) {
        Identity person = access.require(context, Readers.SETTLERS);
        SignedAuthorization fresh = AuthorizationBody.read(JsonBody.of(context.body()), today());
        Optional<String> taken = written(() -> desk.add(fresh, person.id()));
        if (taken.isPresent()) {
            throw new ProblemException(new Problem(409, "ID_TAKEN", taken.get(), List.of()));
        }
        context.status(HttpStatus.CREATED);
        tell(context, fresh);
    }

    private void revoke(Context context) {
        Identity person = access.require(context, Readers.SETTLERS);
        JsonBody body = JsonBody.of(context.body());
        Optional<String> reason = body.text("reason", DeliveryRequest.LONGEST_WORDS);
        if (reason.isEmpty()) {
            body.fault("reason", "is needed: why, and how the revocation came");
        }
        body.complete();
        String id = context.pathParam("authorizationId");
        tell(context, known(written(() -> desk.revoke(id, person.id(), reason.orElseThrow()))));
    }

    private void tell(Context context, SignedAuthorization one) {
        context.json(AuthorizationBody.relied(one, today(), readModel.deliveriesUnder(one.id())));
    }

    private static SignedAuthorization known(Optional<SignedAuthorization> one) {
        return one.orElseThrow(() -> ProblemException.of(404, "There is no such authorization."));
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
