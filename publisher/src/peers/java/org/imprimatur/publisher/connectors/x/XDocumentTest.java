package org.imprimatur.publisher.connectors.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.LoopbackServer.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** All tests of the connector to X once more, with all that was said held against X's own OpenAPI document. */
@Tag("peers")
@EnabledIf(
        value = "isThere",
        disabledReason = "X's OpenAPI document is not at peers.x-document; X publishes it at"
                + " https://api.x.com/2/openapi.json and lets nobody else ship it")
class XDocumentTest extends XConnectorTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("peers.x-document", "x-openapi.json"));

    /** The type of problem that the refusal of a duplicate has, and that the document does not name. */
    private static final String UNNAMED_PROBLEM = "about:blank";

    private static OpenApiInteractionValidator document;

    static boolean isThere() {
        return Files.exists(DOCUMENT);
    }

    @BeforeAll
    static void read() throws IOException {
        document = OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(DOCUMENT))
                .build();
    }

    @AfterEach
    void holdAllThatWasSaidAgainstTheDocument() {
        assertThat(fake.server.conversation().stream().flatMap(XDocumentTest::differences))
                .isEmpty();
    }

    /** What a test made the server say in the platform's place need not be in the document. */
    private static Stream<String> differences(Said said) {
        SimpleRequest request = request(said.request());
        boolean unnamed = said.response().body().contains(UNNAMED_PROBLEM);
        ValidationReport report = said.overruled() || unnamed
                ? document.validateRequest(request)
                : document.validate(request, response(said.response()));
        return report.getMessages().stream()
                .map(message -> said.request().method() + " " + said.request().path() + ": " + message.getKey() + " "
                        + message.getMessage());
    }

    private static SimpleRequest request(Request request) {
        SimpleRequest.Builder same = new SimpleRequest.Builder(request.method(), request.path());
        request.headers().forEach(same::withHeader);
        request.query().forEach((name, value) -> same.withQueryParam(name, value));
        return request.raw().isEmpty()
                ? same.build()
                : same.withBody(request.body()).build();
    }

    private static SimpleResponse response(Response response) {
        return SimpleResponse.Builder.status(response.status())
                .withContentType(response.headers().getOrDefault("content-type", "application/json"))
                .withBody(response.body())
                .build();
    }
}
