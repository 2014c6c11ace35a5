package org.imprimatur.standalone.docs;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.imprimatur.kit.web.Assets;
import org.imprimatur.kit.web.Routes;

/** Describes the machine API for anyone who asks: {@code /v1/openapi.yaml}, and the same as a page, {@code /v1/docs}. */
public final class DocsRoutes implements Routes {
    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1";

    private final byte[] description = resource("openapi.yaml");
    private final byte[] page = resource("page.html");

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/v1/openapi.yaml", context -> context.result(description).contentType("application/yaml"));
        routes.get("/v1/docs", context -> context.result(page).contentType("text/html; charset=utf-8"));
    }

    @Override
    public List<Assets> assets() {
        return List.of(
                new Assets("/assets/swagger-ui", SWAGGER_UI),
                new Assets("/assets/docs", "/org/imprimatur/standalone/docs/assets"));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(DocsRoutes.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
