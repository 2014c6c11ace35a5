package org.imprimatur.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The description of the machine API, its references followed, its objects closed to fields that it does not name. */
final class OpenApiFile {
    private static final Path PLACE = Path.of(
            "standalone", "src", "main", "resources", "org", "imprimatur", "standalone", "docs", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Operation> operations;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private OpenApiFile(JsonNode root) {
        operations = root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                method.getKey(),
                                path.getKey(),
                                followed(root, method.getValue().path("responses")))))
                .sorted(Comparator.comparing(Operation::parameters))
                .toList();
    }

    /**
     * One method of one address.
     *
     * @param answers what it may answer, by status
     */
    record Operation(String method, String path, JsonNode answers) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        private boolean takes(String asked) {
            String pattern = Stream.of(path.split("/"))
                    .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                    .collect(Collectors.joining("/"));
            return asked.matches(pattern);
        }

        private int parameters() {
            return path.split("\\{").length;
        }
    }

    /** The file of the working copy that the test runs in, whichever module's folder that is. */
    static OpenApiFile ofThisProject() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve(PLACE);
            if (Files.exists(file)) {
                try {
                    return new OpenApiFile(JSON.valueToTree(new Yaml().load(Files.readString(file))));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        throw new IllegalStateException("there is no " + PLACE + " here nor above");
    }

    /** The operation that an address means; the one that has it in so many words goes first. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.takes(path))
                .findFirst();
    }

    Set<String> operations() {
        return operations.stream().map(Operation::name).collect(Collectors.toUnmodifiableSet());
    }

    /** What of the body is not as the schema says, a sentence each with its place. */
    List<String> faults(JsonNode schema, String body) {
        return compiled
                .computeIfAbsent(schema, each -> schemas.getSchema(closed(each)))
                .validate(body, InputFormat.JSON)
                .stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }

    private static JsonNode followed(JsonNode root, JsonNode node) {
        if (node.has("$ref")) {
            ObjectNode merged = ((ObjectNode)
                            followed(root, root.at(node.path("$ref").asText().substring(1))))
                    .deepCopy();
            node.properties().stream()
                    .filter(field -> !field.getKey().equals("$ref"))
                    .forEach(field -> merged.set(field.getKey(), followed(root, field.getValue())));
            return merged;
        }
        return mapped(node, each -> followed(root, each));
    }

    /** Closes every object that names its fields; the parts of an {@code allOf} are closed together. */
    private static JsonNode closed(JsonNode schema) {
        JsonNode inside = mapped(schema, OpenApiFile::closed);
        boolean names =
                inside.path("properties").isObject() || inside.path("allOf").isArray();
        if (names && !inside.has("additionalProperties")) {
            ObjectNode closed = inside.deepCopy();
            closed.path("allOf").forEach(part -> ((ObjectNode) part).remove("unevaluatedProperties"));
            return closed.put("unevaluatedProperties", false);
        }
        return inside;
    }

    private static JsonNode mapped(JsonNode node, java.util.function.UnaryOperator<JsonNode> each) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), each.apply(field.getValue())));
            return JSON.createObjectNode().setAll(fields);
        }
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(each.apply(item)));
            return items;
        }
        return node;
    }
}
