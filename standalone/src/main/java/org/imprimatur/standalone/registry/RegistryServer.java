package org.imprimatur.standalone.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, on 127.0.0.1, that speaks the REST API of Confluent's Schema Registry.
 *
 * <p>Its ids and versions are kept in the compacted topic {@code _schemas} and are the same after a restart. One instance
 * at a time may write the topic.
 */
public final class RegistryServer implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 4;

    private final String bootstrap;
    private final int port;
    private volatile @Nullable Running running;

    /** Prepares a registry on the broker at {@code bootstrap}; port 0 takes a free one. */
    public RegistryServer(String bootstrap, int port) {
        this.bootstrap = bootstrap;
        this.port = port;
    }

    @Override
    public String name() {
        return "schema-registry";
    }

    /** Reads the topic to its end, then serves; throws {@link UncheckedIOException} when the port can't be opened. */
    @Override
    public void start() {
        HttpServer http = open();
        SchemaLog log = new SchemaLog(bootstrap);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "schema-registry"));
        running = new Running(http, log, threads);
        log.createWhereMissing();
        SchemaBook book = new SchemaBook();
        log.read().forEach(book::apply);
        RegistryRoutes routes = new RegistryRoutes(book, log);
        http.setExecutor(threads);
        http.createContext("/", exchange -> answer(routes, exchange));
        http.start();
    }

    private HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " can't be opened", taken);
        }
    }

    @Override
    public Health health() {
        return running == null ? Health.down("not started") : Health.up();
    }

    /** Such as {@code http://127.0.0.1:18081}; only after {@link #start}. */
    public URI address() {
        Running started = running;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return URI.create("http://127.0.0.1:" + started.http().getAddress().getPort());
    }

    @Override
    public void close() {
        Running closing = running;
        running = null;
        if (closing != null) {
            closing.http().stop(0);
            closing.threads().shutdownNow();
            closing.log().close();
        }
    }

    private static void answer(RegistryRoutes routes, HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, routes.answer(Call.of(exchange)));
        } catch (Refusal refusal) {
            send(exchange, refusal.status(), problem(refusal.code(), String.valueOf(refusal.getMessage())));
        } catch (RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("event", "registry.failed")
                    .addKeyValue("method", exchange.getRequestMethod())
                    .setCause(broken)
                    .log();
            send(exchange, 500, problem(500, "Internal error"));
        }
    }

    private static Map<String, Object> problem(int code, String message) {
        return Map.of("error_code", code, "message", message);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Running(HttpServer http, SchemaLog log, ExecutorService threads) {}
}
