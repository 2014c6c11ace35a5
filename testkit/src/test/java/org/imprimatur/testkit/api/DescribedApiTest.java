package org.imprimatur.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedApiTest {
    private static final String PAGE =
            "{\"drafts\": [{\"postId\": \"p-1\", \"state\": \"held\"," + " \"begunAt\": \"2026-11-02T15:04:05Z\"}]}";

    private final HttpServer server;

    DescribedApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerAsDescribedPasses() throws Exception {
        assertThat(DescribedApi.described(answer("/v1/drafts", 200, "application/json; charset=utf-8", PAGE))
                        .body())
                .isEqualTo(PAGE);
        assertThat(DescribedApi.succeeded()).contains("GET /v1/drafts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field too many | \"state\" | \"mood\": \"good\", \"state\" | mood",
                "a field too few | \"state\": \"held\", | | state",
                "a word of another list | held | lost | enumeration",
                "a time that is none | 2026-11-02T15:04:05Z | yesterday | date-time",
                "a field too many around it | {\"drafts\" | {\"more\": 1, \"drafts\" | more"
            })
    void aBodyThatIsNotAsDescribedFails(String what, String instead, String of, String named) throws Exception {
        String body = PAGE.replace(instead, of == null ? "" : of);

        assertThatThrownBy(() -> DescribedApi.described(answer("/v1/drafts", 200, "application/json", body)))
                .as(what)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/drafts, 200, text/plain, no such content type",
        "/v1/drafts, 500, application/problem+json, no such status",
        "/v1/cases/counts, 404, application/problem+json, no such status",
        "/v1/nowhere, 200, application/json, is not described"
    })
    void anotherStatusTypeOrAddressFails(String path, int status, String type, String named) throws Exception {
        assertThatThrownBy(() -> DescribedApi.described(answer(path, status, type, "{}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }

    @Test
    void pagesAreNoBusinessOfTheDescription() throws Exception {
        assertThat(DescribedApi.described(answer("/queue", 500, "text/html", ""))
                        .statusCode())
                .isEqualTo(500);
    }

    private HttpResponse<String> answer(String path, int status, String type, String body) throws Exception {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
