package org.imprimatur.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.testkit.api.OpenApiFile.Operation;

/**
 * Fails a test whose service answers otherwise than {@code openapi.yaml} says: with a status, a content type or a body
 * that is not described. A field that the file does not name is a fault, too.
 *
 * <p>Addresses that are not the machine API's (pages, sign-in) are let through.
 */
public final class DescribedApi {
    private static final OpenApiFile FILE = OpenApiFile.ofThisProject();

    /** What stands under {@code default}: who may not, where an address can't be, and what no handler saw. */
    private static final Set<Integer> BEFORE_ANY_HANDLER = Set.of(400, 401, 403, 413, 415, 421, 429);

    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(404, 405);
    private static final Pattern MACHINE_ADDRESS = Pattern.compile("/v1/.*|/health/.*|/metrics");
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private DescribedApi() {}

    /** The same answer, when it is as it is described. */
    public static <T> HttpResponse<T> described(HttpResponse<T> answer) {
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        String path = answer.uri().getRawPath();
        if (!MACHINE_ADDRESS.matcher(path).matches() || method.equals("head")) {
            return answer;
        }
        Optional<Operation> operation = FILE.operation(method, path);
        if (operation.isEmpty()) {
            require(NO_SUCH_ADDRESS.contains(answer.statusCode()), answer, "this address is not described");
            return answer;
        }
        hold(answer, operation.get());
        return answer;
    }

    /** The operations, such as {@code GET /v1/cases}, of which this process saw a described answer with a 2xx status. */
    public static Set<String> succeeded() {
        return Set.copyOf(SEEN);
    }

    /** Every operation that the file describes. */
    public static Set<String> operations() {
        return FILE.operations();
    }

    private static void hold(HttpResponse<?> answer, Operation operation) {
        int status = answer.statusCode();
        JsonNode said = operation.answers().path(Integer.toString(status));
        if (said.isMissingNode() && BEFORE_ANY_HANDLER.contains(status)) {
            said = operation.answers().path("default");
        }
        require(!said.isMissingNode(), answer, "no such status is described");
        JsonNode contents = said.path("content");
        String type = answer.headers()
                .firstValue("Content-Type")
                .map(value -> value.replaceFirst(";.*", ""))
                .orElse("");
        JsonNode content = contents.path(type);
        require(
                contents.isMissingNode() || !content.isMissingNode(),
                answer,
                "no such content type is described: " + type);
        if (type.endsWith("json") && answer.body() instanceof String body) {
            Stream<String> faults = content instanceof MissingNode
                    ? Stream.of("a body is not described")
                    : FILE.faults(content.path("schema"), body).stream();
            faults.findFirst().ifPresent(fault -> require(false, answer, fault));
        }
        if (status < 300) {
            SEEN.add(operation.name());
        }
    }

    private static void require(boolean met, HttpResponse<?> answer, String otherwise) {
        if (!met) {
            throw new AssertionError("%s %s answered %d: %s%n%s"
                    .formatted(
                            answer.request().method(),
                            answer.uri().getPath(),
                            answer.statusCode(),
                            otherwise,
                            Map.of(
                                    "type",
                                    answer.headers().firstValue("Content-Type").orElse(""),
                                    "body",
                                    answer.body() instanceof String text ? text : "bytes")));
        }
    }
}
