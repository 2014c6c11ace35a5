package org.imprimatur.approver;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.web.Assets;
import org.imprimatur.kit.web.ErrorPage;
import org.imprimatur.kit.web.Routes;

/** The API and the pages as one. */
record ApproverRoutes(List<Routes> parts) implements Routes {

    @Override
    public void mount(RoutesConfig routes) {
        parts.forEach(part -> part.mount(routes));
    }

    @Override
    public List<Assets> assets() {
        return parts.stream().flatMap(part -> part.assets().stream()).toList();
    }

    @Override
    public Optional<ErrorPage> errorPage() {
        return parts.stream().map(Routes::errorPage).flatMap(Optional::stream).findFirst();
    }
}
