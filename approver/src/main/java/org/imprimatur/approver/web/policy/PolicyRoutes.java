package org.imprimatur.approver.web.policy;

import io.javalin.config.RoutesConfig;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** The addresses of rules, under {@code /policies}. */
public final class PolicyRoutes implements Routes {
    /** Where the rules are another program's: says how they are published there. */
    public static final Routes ELSEWHERE = routes -> routes.get("/policies", context -> {
        throw ProblemException.of(
                404, "The services run apart here, so rules are published by the analyzer’s command policy activate.");
    });

    private final PolicyPages policies;
    private final PolicyDraftPages drafts;

    /**
     * The rules behind this desk.
     *
     * @param executor for dry runs, which take their time
     * @param most revisions that a dry run looks at
     */
    public PolicyRoutes(
            Access access,
            ReadModel readModel,
            PolicyDesk desk,
            Administration administration,
            InstantSource clock,
            Supplier<String> ids,
            Executor executor,
            int most) {
        DryRuns runs = new DryRuns(readModel, desk, administration, clock, executor, most);
        PolicyScreens screens = new PolicyScreens(desk, readModel, runs, clock);
        policies = new PolicyPages(new Pages(), new Visitors(access), desk, administration, screens, clock, ids);
        drafts = new PolicyDraftPages(policies, screens, runs);
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/policies", policies::list);
        routes.get("/policies/version", policies::version);
        routes.post("/policies/restore", policies::restore);
        routes.get("/policies/drafts/{author}", drafts::draft);
        routes.post("/policies/drafts/{author}", drafts::save);
        routes.post("/policies/drafts/{author}/discard", drafts::discard);
        routes.post("/policies/drafts/{author}/try", drafts::rehearse);
        routes.get("/policies/drafts/{author}/trial", drafts::trial);
        routes.post("/policies/drafts/{author}/publish", drafts::publish);
    }
}
