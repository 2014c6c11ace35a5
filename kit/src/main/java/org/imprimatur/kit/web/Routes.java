package org.imprimatur.kit.web;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;

/** What a service adds to the web server. */
public interface Routes {

    /** Mounts the service's handlers; called once, before the server listens. */
    void mount(RoutesConfig routes);

    /** Static files that anyone may read. */
    default List<Assets> assets() {
        return List.of();
    }

    /** The page that shows problems to people; the first service that has one wins, and {@code /v1} never uses it. */
    default Optional<ErrorPage> errorPage() {
        return Optional.empty();
    }
}
