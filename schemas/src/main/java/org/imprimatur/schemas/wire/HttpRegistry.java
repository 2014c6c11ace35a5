package org.imprimatur.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;

/** A registry that speaks Confluent's REST API; remembers every answer, since an id never changes its meaning. */
final class HttpRegistry implements SchemaRegistry {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String base;
    private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private record Registration(String subject, Schema schema) {}

    HttpRegistry(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    @Override
    public int register(String subject, Schema schema) {
        return ids.computeIfAbsent(new Registration(subject, schema), this::registerThere);
    }

    @Override
    public Schema byId(int id) {
        return schemas.computeIfAbsent(id, this::fetch);
    }

    private int registerThere(Registration registration) {
        String path = "/subjects/" + URLEncoder.encode(registration.subject(), StandardCharsets.UTF_8) + "/versions";
        String body = JSON.createObjectNode()
                .put("schema", registration.schema().toString())
                .toString();
        HttpRequest request = request(path).POST(BodyPublishers.ofString(body)).build();
        return call(request, "register " + registration.subject()).path("id").asInt();
    }

    private Schema fetch(int id) {
        HttpRequest request = request("/schemas/ids/" + id).GET().build();
        return new Schema.Parser()
                .parse(call(request, "find schema " + id).path("schema").asText());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE);
    }

    /** Asks again after growing pauses, 1.5 seconds in all, before it gives up. */
    private JsonNode call(HttpRequest request, String purpose) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(request, purpose);
            } catch (RegistryUnreachable notYet) {
                rest(pause, purpose);
                pause = pause.multipliedBy(2);
            }
        }
        return once(request, purpose);
    }

    private JsonNode once(HttpRequest request, String purpose) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new RegistryUnreachable(
                        "the registry failed to " + purpose + " (HTTP " + response.statusCode() + ")");
            }
            if (response.statusCode() != 200) {
                throw new RegistryException(
                        "the registry refused to " + purpose + " (HTTP " + response.statusCode() + ")");
            }
            return JSON.readTree(response.body());
        } catch (IOException unreachable) {
            throw new RegistryUnreachable("no answer from the registry to " + purpose + " ("
                    + unreachable.getClass().getSimpleName() + ")");
        } catch (InterruptedException stopped) {
            throw stopped(purpose);
        }
    }

    private static void rest(Duration pause, String purpose) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            throw stopped(purpose);
        }
    }

    private static RegistryUnreachable stopped(String purpose) {
        Thread.currentThread().interrupt();
        return new RegistryUnreachable("stopped while asking the registry to " + purpose);
    }
}
