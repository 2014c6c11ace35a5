package org.imprimatur.kit.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Measures requests by method, route and status; the route is its pattern, so that no id becomes a label. */
record Timing(MeterRegistry meters) {

    private static final String BEGUN = "kit.begun";

    void begin(Context context) {
        context.attribute(BEGUN, System.nanoTime());
    }

    void end(Context context) {
        Long begun = context.attribute(BEGUN);
        if (begun != null) {
            Timer.builder("http.server.requests")
                    .tag("method", context.method().name())
                    .tag("route", Route.of(context))
                    .tag("status", Integer.toString(context.statusCode()))
                    .register(meters)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
