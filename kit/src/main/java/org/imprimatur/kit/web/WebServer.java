package org.imprimatur.kit.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the routes of services under one set of safe headers, with {@code /health/live}, {@code /health/ready} and
 * {@code /metrics}.
 *
 * <p>Every error becomes a problem: as JSON under {@code /v1} and for whoever asks for JSON, as a page for people. No
 * answer ever holds an exception's text. Every request passes the {@link Guard} before its handler.
 */
public final class WebServer implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final WebSettings settings;
    private final Guard guard;
    private final List<Routes> routes;
    private final HealthRoutes health;
    private final Timing timing;
    private final MetricsRoute metrics;
    private volatile Optional<Javalin> running = Optional.empty();

    public WebServer(
            WebSettings settings,
            Guard guard,
            List<Routes> routes,
            List<Service> watchedForHealth,
            MeterRegistry meters) {
        this.settings = settings;
        this.guard = guard;
        this.routes = List.copyOf(routes);
        this.health = new HealthRoutes(watchedForHealth);
        this.timing = new Timing(meters);
        this.metrics = new MetricsRoute(meters);
    }

    @Override
    public String name() {
        return "web";
    }

    /** Throws {@link PortTaken} when the port can't be opened. */
    @Override
    public void start() {
        try {
            Javalin javalin = Javalin.create(this::configure).start(settings.host(), settings.port());
            running = Optional.of(javalin);
            LOG.atInfo()
                    .addKeyValue("host", settings.host())
                    .addKeyValue("port", javalin.port())
                    .log("web_listening");
        } catch (JavalinBindException taken) {
            throw new PortTaken(settings, taken);
        }
    }

    /** The port it listens on, also when the settings left the choice to the system. */
    public int port() {
        return running.orElseThrow(() -> new IllegalStateException("the web server is not started"))
                .port();
    }

    /** Every address that a handler answers, such as {@code GET /v1/drafts/{postId}}; without static files. */
    public Set<String> mounted() {
        return running.stream()
                .flatMap(javalin -> javalin.unsafe.internalRouter.allHttpHandlers().stream())
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Health health() {
        return running.isPresent() ? Health.up() : Health.down("not started");
    }

    @Override
    public void close() {
        Optional<Javalin> closing = running;
        running = Optional.empty();
        closing.ifPresent(Javalin::stop);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.maxRequestBytes();
        config.jetty.multipartConfig.maxFileSize(settings.maxRequestBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(settings.maxRequestBytes(), SizeUnit.BYTES);
        config.router.javaLangErrorHandler(Errors::afterError);
        config.jetty.modifyHttpConfiguration(this::configure);
        config.jetty.modifyServer(server -> server.setErrorHandler(quiet()));
        config.routes.before(timing::begin);
        config.routes.before(SecurityHeaders::write);
        config.routes.before(new RequestShape(settings.names())::check);
        config.routes.before(new RequestSize(settings.maxRequestBytes())::check);
        config.routes.before(guard::admit);
        config.routes.after(timing::end);
        new Errors(routes).mount(config.routes);
        health.mount(config.routes);
        metrics.mount(config.routes);
        for (Routes each : routes) {
            each.mount(config.routes);
            each.assets().forEach(assets -> host(config, assets));
        }
    }

    private void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        if (settings.front() == Front.PROXY) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
    }

    private static void host(JavalinConfig config, Assets assets) {
        config.staticFiles.add(files -> {
            files.hostedPath = assets.hostedPath();
            files.directory = assets.folder();
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }

    /** For what fails before it reaches our own error handling, such as a malformed request line. */
    private static ErrorHandler quiet() {
        ErrorHandler handler = new ErrorHandler();
        handler.setShowStacks(false);
        handler.setShowCauses(false);
        handler.setShowMessageInTitle(false);
        return handler;
    }
}
