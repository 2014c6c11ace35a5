package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.analyzer.policy.Action;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostState;
import org.imprimatur.approver.review.Refusal;
import org.imprimatur.ingest.progress.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Holds the description of the machine API against the composed program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiDescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final ComposedWeb web;
    private final HttpResponse<String> answer;
    private final Map<String, ?> description;

    ApiDescriptionTest(@TempDir Path folder) throws IOException, InterruptedException {
        web = ComposedWeb.in(folder);
        answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(web.address("/v1/openapi.yaml")))
                                .build(),
                        BodyHandlers.ofString());
        description = new Yaml().load(answer.body());
    }

    @AfterAll
    void stop() {
        web.close();
    }

    @Test
    void anyoneMayReadIt() {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(description.get("openapi")).isEqualTo("3.1.0");
    }

    @Test
    void everyMountedMachineAddressIsDescribedAndNoOther() {
        Set<String> mounted = web.machineAddresses();

        assertThat(mounted).hasSizeGreaterThan(20);
        assertThat(described()).containsExactlyInAnyOrderElementsOf(mounted);
    }

    private Set<String> described() {
        return object(description, "paths").entrySet().stream()
                .flatMap(path -> ((Map<?, ?>) path.getValue())
                        .keySet().stream()
                                .map(Object::toString)
                                .filter(METHODS::contains)
                                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    @Test
    void itsListsOfWordsAreThoseOfTheCode() {
        assertThat(words("RefusalName")).isEqualTo(names(Refusal.Name.values()));
        assertThat(words("CaseState")).isEqualTo(names(CaseState.values()));
        assertThat(words("PostState")).isEqualTo(names(PostState.values()));
        assertThat(words("DeliveryStep")).isEqualTo(names(Delivery.Step.values()));
        assertThat(words("DeliveryGroup")).isEqualTo(names(Delivery.Group.values()));
        assertThat(words("AuthorizationStanding")).isEqualTo(names(SignedAuthorization.Standing.values()));
        assertThat(words("Trait")).isEqualTo(names(HistoryRow.Trait.values()));
        assertThat(words("Action")).isEqualTo(names(Action.values()));
        assertThat(words("DraftState"))
                .isEqualTo(Stream.of(State.values()).map(State::word).toList());
    }

    private Object words(String schema) {
        return Objects.requireNonNull(object(object(object(description, "components"), "schemas"), schema)
                .get("enum"));
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = references(description).toList();

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            Map<String, ?> at = description;
            for (String name : reference.replaceFirst("^#/", "").split("/", -1)) {
                assertThat(at).as(reference).containsKey(name);
                at = object(at, name);
            }
        });
    }

    private static Stream<String> references(Object node) {
        if (node instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .flatMap(field -> "$ref".equals(field.getKey())
                            ? Stream.of(field.getValue().toString())
                            : references(field.getValue()));
        }
        return node instanceof Collection<?> items
                ? items.stream().flatMap(ApiDescriptionTest::references)
                : Stream.empty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> object(Map<String, ?> parent, String name) {
        return (Map<String, ?>) Objects.requireNonNull(parent.get(name), name);
    }
}
