package org.imprimatur.kit.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;

/** Answers whether the process lives and whether its parts are ready, for anyone who asks. */
record HealthRoutes(List<Service> watched) {

    HealthRoutes {
        watched = List.copyOf(watched);
    }

    void mount(RoutesConfig routes) {
        routes.get("/health/live", context -> context.json(Map.of("status", "up")));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        Map<String, Object> services = new LinkedHashMap<>();
        String worst = "up";
        for (Service service : watched) {
            Health health = service.health();
            services.put(service.name(), describe(health));
            if (!health.isUp() && !worst.equals("down")) {
                worst = health.status();
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", worst);
        body.put("services", services);
        context.status(worst.equals("up") ? 200 : 503).json(body);
    }

    private static Map<String, String> describe(Health health) {
        return health.isUp()
                ? Map.of("status", health.status())
                : Map.of("status", health.status(), "detail", health.detail());
    }
}
