package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComposeFormTest {

    @TempDir
    static Path folder;

    private static IngestServer server;
    private static String cookie;
    private static String token;

    @BeforeAll
    static void signIn() throws Exception {
        server = IngestServer.start(folder);
        String password = server.password("dora", "author");
        HttpResponse<String> signedIn = server.send(server.to("/sign-in?id=dora")
                .header("X-Password", password)
                .POST(BodyPublishers.noBody())
                .build());
        cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        token = server.send(server.to("/token").header("Cookie", cookie).GET().build())
                .body();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSentFormLeadsToThePageOfThePost() throws Exception {
        HttpResponse<String> answer = send(Map.of(
                "_csrf", token, "account", "main", "text", "One\r\ntwo", "idempotencyKey", "f-1", "inReplyTo", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        String postId = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/posts/", "");
        assertThat(new DraftsInKafka(TestBroker.bootstrap(), IngestServer.WIRE).of(postId))
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.getText()).isEqualTo("One\ntwo");
                    assertThat(draft.getAuthor()).isEqualTo("dora");
                });
    }

    @Test
    void theSameFormSentTwiceLeadsToTheSamePost() throws Exception {
        Map<String, String> form = Map.of("_csrf", token, "account", "main", "text", "Twice", "idempotencyKey", "f-2");

        assertThat(send(form).headers().firstValue("Location"))
                .isEqualTo(send(form).headers().firstValue("Location"));
    }

    @Test
    void aFormWithFaultsIsAnsweredByAPageThatNamesThemAll() throws Exception {
        HttpResponse<String> answer = send(Map.of("_csrf", token, "account", "<b>", "kind", "reply", "text", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("#/text", "#/account", "#/inReplyTo").doesNotContain("<b>");
    }

    @Test
    void aFormWithoutTheSessionsTokenIsRefused() throws Exception {
        assertThat(send(Map.of("account", "main", "text", "Forged")).statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> send(Map<String, String> form) throws Exception {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request = server.to("/v1/drafts")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return server.send(request);
    }
}
