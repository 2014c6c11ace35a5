package org.imprimatur.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

final class RegistryServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONE = record("");
    private static final String WITH_DEFAULT = record(", {\"name\": \"b\", \"type\": \"int\", \"default\": 0}");
    private static final String WITHOUT_DEFAULT = record(", {\"name\": \"c\", \"type\": \"int\"}");

    private final HttpClient client = HttpClient.newHttpClient();
    private RegistryServer server = new RegistryServer(TestBroker.bootstrap(), 0);
    private String subject = "";

    @BeforeEach
    void start(TestInfo test) throws IOException {
        subject = test.getTestMethod().orElseThrow().getName() + "-value";
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSchemaKeepsItsIdOverRestarts() throws Exception {
        int id = register(subject, ONE).path("id").asInt();
        register(subject, WITH_DEFAULT);
        server.close();
        server = new RegistryServer(TestBroker.bootstrap(), 0);
        server.start();

        assertThat(register(subject, ONE).path("id").asInt()).isEqualTo(id);
        assertThat(get("/schemas/ids/" + id).path("schema").asText()).contains("\"Sample\"");
        assertThat(get("/subjects/" + subject + "/versions").toString()).isEqualTo("[1,2]");
    }

    @Test
    void theSameSchemaHasOneIdInAllSubjects() throws Exception {
        int id = register(subject, ONE).path("id").asInt();
        assertThat(register(subject + "-other", ONE).path("id").asInt()).isEqualTo(id);
        assertThat(get("/subjects").toString()).contains(subject, subject + "-other");
    }

    @Test
    void aSchemaThatCannotReadTheLatestIsRefused() throws Exception {
        register(subject, ONE);

        JsonNode refused = register(subject, WITHOUT_DEFAULT);

        assertThat(refused.path("error_code").asInt()).isEqualTo(409);
        assertThat(compatible(WITHOUT_DEFAULT)).isFalse();
        assertThat(compatible(WITH_DEFAULT)).isTrue();
    }

    @Test
    void aSubjectCanBeGivenItsOwnLevel() throws Exception {
        assertThat(get("/config").path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
        assertThat(get("/config/" + subject).path("error_code").asInt()).isEqualTo(40408);

        JsonNode set = send("PUT", "/config/" + subject, Map.of("compatibility", "NONE"));

        assertThat(set.path("compatibility").asText()).isEqualTo("NONE");
        register(subject, ONE);
        assertThat(register(subject, WITHOUT_DEFAULT).path("id").asInt()).isPositive();
        assertThat(send("PUT", "/config", Map.of("compatibility", "SOME"))
                        .path("error_code")
                        .asInt())
                .isEqualTo(42203);
    }

    @Test
    void aSchemaCanBeLookedUp() throws Exception {
        register(subject, ONE);

        JsonNode found = send("POST", "/subjects/" + subject, Map.of("schema", ONE));

        assertThat(found.path("version").asInt()).isEqualTo(1);
        assertThat(found.path("subject").asText()).isEqualTo(subject);
        assertThat(get("/subjects/" + subject + "/versions/latest")).isEqualTo(found);
        assertThat(send("POST", "/subjects/" + subject, Map.of("schema", WITH_DEFAULT))
                        .path("error_code")
                        .asInt())
                .isEqualTo(40403);
    }

    @Test
    void whatIsNotThereHasTheCodesOfTheOriginal() throws Exception {
        register(subject, ONE);
        assertThat(code("/subjects/nobody/versions")).isEqualTo(40401);
        assertThat(code("/subjects/" + subject + "/versions/9")).isEqualTo(40402);
        assertThat(code("/subjects/" + subject + "/versions/x")).isEqualTo(42202);
        assertThat(code("/schemas/ids/99999")).isEqualTo(40403);
        assertThat(code("/nothing")).isEqualTo(404);
        assertThat(register(subject, "{\"type\": \"nonsense\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(42201);
    }

    @Test
    void aWebPageGetsNothing() throws Exception {
        HttpRequest fromPage = HttpRequest.newBuilder(uri("/subjects"))
                .header("Origin", "https://page.example")
                .build();
        assertThat(client.send(fromPage, BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    private boolean compatible(String schema) throws Exception {
        return send("POST", "/compatibility/subjects/" + subject + "/versions/latest", Map.of("schema", schema))
                .path("is_compatible")
                .asBoolean();
    }

    private int code(String path) throws Exception {
        return get(path).path("error_code").asInt();
    }

    private JsonNode register(String name, String schema) throws Exception {
        return send("POST", "/subjects/" + name + "/versions", Map.of("schema", schema));
    }

    private JsonNode get(String path) throws Exception {
        return read(HttpRequest.newBuilder(uri(path)).build());
    }

    private JsonNode send(String method, String path, Map<String, String> body) throws Exception {
        return read(HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode read(HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }

    private URI uri(String path) {
        return server.address().resolve(path);
    }

    private static String record(String moreFields) {
        return "{\"type\": \"record\", \"name\": \"Sample\", \"fields\": [{\"name\": \"a\", \"type\": \"string\"}"
                + moreFields + "]}";
    }
}
