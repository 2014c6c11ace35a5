package org.imprimatur.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.imprimatur.kit.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no honest client writes them, byte by byte. */
class RequestShapeTest {

    private static final WebServer SERVER = new WebServer(
            new WebSettings("127.0.0.1", 0, 2_000, Front.DIRECT),
            context -> {},
            List.of(RequestShapeTest::mount),
            List.of(),
            new SimpleMeterRegistry());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void mount(RoutesConfig routes) {
        routes.get("/posts/{id}", context -> context.result("post " + context.pathParam("id")));
        routes.get("/posts/{id}/history", context -> context.result("history"));
        routes.get(
                "/secure", context -> context.result("secure " + context.req().isSecure()));
        routes.post("/echo", context -> context.result("got " + context.body().length()));
        routes.post(
                "/form",
                context -> context.result("files " + context.uploadedFiles().size()));
    }

    @Test
    void anHonestAddressIsAnswered() throws IOException {
        assertThat(get("/posts/a-1_b", "Host: localhost"))
                .startsWith("HTTP/1.1 200")
                .contains("post a-1_b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/posts/a%2fhistory",
                "/posts/a%2Fhistory",
                "/posts/a%5chistory",
                "/posts/a\\history",
                "/posts/a%00",
                "/posts/a%0d%0aSet-Cookie:x=y",
                "/posts/%2e%2e/secure",
                "/posts/../secure",
                "/posts/./a",
                "/posts/a;jsessionid=1",
                "/posts/a/..;/secure",
                "//posts/a",
                "/posts//a",
                "/posts/a%252fhistory",
                "/posts/a?x=%00"
            })
    void anAddressThatTwoReadersReadDifferentlyIsRefused(String path) throws IOException {
        assertThat(get(path, "Host: localhost")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.example", "0.0.0.0"})
    void aForeignNameThatLeadsHereIsRefused(String host) throws IOException {
        assertThat(get("/posts/a", "Host: " + host)).startsWith("HTTP/1.1 421");
    }

    @Test
    void probesMayCallByAnyAddress() throws IOException {
        assertThat(get("/health/live", "Host: 10.0.0.7")).startsWith("HTTP/1.1 200");
    }

    @Test
    void noHostOrTwoHostsAreRefused() throws IOException {
        assertThat(get("/posts/a")).startsWith("HTTP/1.1 400");
        assertThat(get("/posts/a", "Host: localhost", "Host: evil.example")).startsWith("HTTP/1.1 400");
    }

    @Test
    void whatARequestSaysOfProxiesIsNotBelieved() throws IOException {
        String answer = get(
                "/secure",
                "Host: localhost",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "Forwarded: proto=https;host=evil.example",
                "X-Original-URL: /posts/a",
                "X-Rewrite-URL: /posts/a");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("secure false");
    }

    @Test
    void aMethodThatAHeaderChangesIsRefused() throws IOException {
        assertThat(get("/secure", "Host: localhost", "X-HTTP-Method-Override: POST"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void twoLengthsOfOneBodyAreRefused() throws IOException {
        String smuggled = String.join(
                "\r\n",
                "POST /echo HTTP/1.1",
                "Host: localhost",
                "Content-Length: 4",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "0",
                "",
                "GET /secure HTTP/1.1",
                "Host: localhost",
                "",
                "");

        assertThat(send(smuggled.getBytes(StandardCharsets.US_ASCII))).doesNotContain("secure false");
    }

    @Test
    void aCompressedBodyIsRefusedBeforeItGrows() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[1_000_000]);
        }
        assertThat(bomb.size()).isLessThan(2_000);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: " + bomb.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(bomb.toByteArray());

        assertThat(send(request.toByteArray())).startsWith("HTTP/1.1 415");
    }

    @Test
    void aFormOfFilesThatGrowsTooLargeIsRefusedThoughItAnnouncedNothing() throws IOException {
        StringBuilder request = new StringBuilder(String.join(
                "\r\n",
                "POST /form HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: multipart/form-data; boundary=b",
                "Transfer-Encoding: chunked",
                "",
                ""));
        chunk(request, "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n");
        for (int at = 0; at < 8; at++) {
            chunk(request, "x".repeat(1_000));
        }
        chunk(request, "\r\n--b--\r\n");
        request.append("0\r\n\r\n");

        assertThat(send(request.toString().getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 400");
    }

    @Test
    void itsNamesAreReadAndOtherwiseThoseOfTheMachine() {
        assertThat(WebSettings.read(Settings.of(Map.of("http.names", "Posts.example.org, localhost")))
                        .names())
                .isEqualTo(Set.of("posts.example.org", "localhost"));
        assertThat(WebSettings.read(Settings.of(Map.of())).names()).contains("127.0.0.1", "localhost");
        assertThat(WebSettings.read(Settings.of(Map.of("http.host", "0.0.0.0"))).names())
                .isEmpty();
        assertThat(WebSettings.read(Settings.of(Map.of("http.front", "proxy"))).names())
                .isEmpty();
    }

    private static void chunk(StringBuilder request, String text) {
        request.append(Integer.toHexString(text.length()))
                .append("\r\n")
                .append(text)
                .append("\r\n");
    }

    private static String get(String path, String... headers) throws IOException {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return send(("GET " + path + " HTTP/1.1\r\n" + lines + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String send(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
