package org.imprimatur.approver.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.PostFilter;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** What overseers look through: all posts, the history of an account, and what services could not use. */
public final class ListRoutes implements Routes {
    private final Access access;
    private final ReadModel readModel;
    private final Groups groups;

    public ListRoutes(Access access, ReadModel readModel, Groups groups) {
        this.access = access;
        this.readModel = readModel;
        this.groups = groups;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/v1/posts", this::posts);
        routes.get("/v1/accounts/{account}/history", this::historyOfAccount);
        routes.get("/v1/dead-letters", this::deadLetters);
    }

    private void posts(Context context) {
        Identity person = access.requireSomewhere(context, Readers.OVERSEERS);
        PostFilter filter = new Parameters(context).posts().within(groups.reach(person, Readers.OVERSEERS));
        context.json(CaseBody.posts(readModel.posts(filter), filter.offset()));
    }

    private void historyOfAccount(Context context) {
        Identity person = access.requireSomewhere(context, Readers.OVERSEERS);
        Parameters parameters = new Parameters(context);
        String account = context.pathParam("account");
        if (!groups.reach(person, Readers.OVERSEERS).covers(account)) {
            throw ProblemException.of(403, "Your role does not count for the group of this account.");
        }
        context.json(Map.of(
                "account",
                account,
                "items",
                readModel.historyOfAccount(account, parameters.offset(), parameters.limit()).stream()
                        .map(CaseBody::event)
                        .toList()));
    }

    private void deadLetters(Context context) {
        access.require(context, Readers.OVERSEERS);
        Parameters parameters = new Parameters(context);
        context.json(Map.of(
                "items",
                readModel.deadLetters(parameters.offset(), parameters.limit()).stream()
                        .map(CaseBody::deadLetter)
                        .toList()));
    }
}
