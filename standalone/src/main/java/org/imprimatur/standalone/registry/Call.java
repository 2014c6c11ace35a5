package org.imprimatur.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One request: its method, the decoded segments of its path and its JSON body, read once and at most one megabyte. */
record Call(String method, List<String> path, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;

    static Call of(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            throw Refusal.fromBrowser();
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw Refusal.tooLong();
        }
        List<String> path = Stream.of(exchange.getRequestURI().getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .toList();
        return new Call(exchange.getRequestMethod(), path, parse(body));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw Refusal.invalidSchema("the request is no JSON");
        }
    }

    /** Whether the path has these segments; {@code *} stands for any one. */
    boolean on(String... pattern) {
        return path.size() == pattern.length
                && Stream.iterate(0, index -> index + 1)
                        .limit(pattern.length)
                        .allMatch(index -> pattern[index].equals("*") || pattern[index].equals(path.get(index)));
    }

    String segment(int index) {
        return path.get(index);
    }

    /** The Avro schema of the body; other kinds of schema and references are not served. */
    String schema() {
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw Refusal.invalidSchema("only AVRO is served");
        }
        if (!body.path("references").isEmpty()) {
            throw Refusal.invalidSchema("references are not served");
        }
        return body.path("schema").asText("");
    }
}
