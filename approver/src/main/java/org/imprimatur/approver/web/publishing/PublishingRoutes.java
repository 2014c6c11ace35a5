package org.imprimatur.approver.web.publishing;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;

/** The console's addresses under {@code /publishing} and {@code /authorizations}. */
public final class PublishingRoutes {
    private final PublishingPages list;
    private final DeliveryPages deliveries;
    private final AuthorizationPages authorizations;
    private final AuthorizationActs acts;

    public PublishingRoutes(
            Pages pages, Visitors visitors, ReadModel readModel, Publishing publishing, InstantSource clock) {
        this.list = new PublishingPages(pages, visitors, readModel, publishing.register(), clock);
        this.deliveries = new DeliveryPages(pages, visitors, readModel, publishing.desk(), clock);
        this.authorizations = new AuthorizationPages(pages, visitors, readModel, publishing.register(), clock);
        this.acts = new AuthorizationActs(pages, visitors, readModel, authorizations, publishing.authorizations());
    }

    /** Mounts all but the streams, which their owner opens. */
    public void mount(RoutesConfig routes) {
        routes.get("/publishing", list::list);
        routes.get("/publishing/delivery", deliveries::one);
        routes.get("/publishing/ask", deliveries::form);
        routes.post("/publishing/ask", deliveries::ask);
        routes.get("/authorizations", authorizations::list);
        routes.post("/authorizations", acts::add);
        routes.get("/authorizations/new", acts::begin);
        routes.get("/authorizations/one", authorizations::one);
        routes.get("/authorizations/revoke", acts::think);
        routes.post("/authorizations/revoke", acts::revoke);
    }

    /** The stream {@code /publishing/live}. */
    public LiveView listLive(Context context) {
        return list.live(context);
    }

    /** The stream {@code /publishing/delivery/live}. */
    public LiveView deliveryLive(Context context) {
        return deliveries.live(context);
    }

    /** The stream {@code /authorizations/one/live}. */
    public LiveView authorizationLive(Context context) {
        return authorizations.live(context);
    }
}
