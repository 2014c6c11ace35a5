package org.imprimatur.approver.web.publishing;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;

/** The console's addresses under {@code /publishing}. */
public final class PublishingRoutes {
    private final PublishingPages list;
    private final DeliveryPages deliveries;

    public PublishingRoutes(
            Pages pages, Visitors visitors, ReadModel readModel, Publishing publishing, InstantSource clock) {
        this.list = new PublishingPages(pages, visitors, readModel, publishing.register(), clock);
        this.deliveries = new DeliveryPages(pages, visitors, readModel, publishing.desk(), clock);
    }

    /** Mounts all but the streams, which their owner opens. */
    public void mount(RoutesConfig routes) {
        routes.get("/publishing", list::list);
        routes.get("/publishing/delivery", deliveries::one);
        routes.get("/publishing/ask", deliveries::form);
        routes.post("/publishing/ask", deliveries::ask);
    }

    /** The stream {@code /publishing/live}. */
    public LiveView listLive(Context context) {
        return list.live(context);
    }

    /** The stream {@code /publishing/delivery/live}. */
    public LiveView deliveryLive(Context context) {
        return deliveries.live(context);
    }
}
