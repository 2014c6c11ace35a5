package org.imprimatur.schemas.wire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/** The two calls of Confluent's REST API that a client needs, over real HTTP, kept in memory. */
final class FakeRegistry implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemoryRegistry schemas = new InMemoryRegistry();
    private final HttpServer server;

    FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/subjects/", this::register);
        server.createContext("/schemas/ids/", this::byId);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void register(HttpExchange exchange) throws IOException {
        Schema schema = new Schema.Parser()
                .parse(JSON.readTree(exchange.getRequestBody()).path("schema").asText());
        answer(exchange, 200, "{\"id\":" + schemas.register("any", schema) + "}");
    }

    private void byId(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            Schema schema = schemas.byId(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
            answer(
                    exchange,
                    200,
                    JSON.createObjectNode().put("schema", schema.toString()).toString());
        } catch (RegistryException unknown) {
            answer(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
