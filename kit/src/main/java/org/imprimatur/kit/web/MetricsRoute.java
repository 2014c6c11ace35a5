package org.imprimatur.kit.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Shows the meters in Prometheus' text format, where the registry is Prometheus' own. */
record MetricsRoute(MeterRegistry meters) {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    void mount(RoutesConfig routes) {
        routes.get("/metrics", this::scrape);
    }

    private void scrape(Context context) {
        if (meters instanceof PrometheusMeterRegistry prometheus) {
            context.result(prometheus.scrape(TEXT)).contentType(TEXT);
        } else {
            throw ProblemException.of(404, "This program keeps no Prometheus metrics.");
        }
    }
}
