package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.ingest.IngestServer.json;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.imprimatur.ingest.media.Pictures;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MediaApiTest {

    @TempDir
    static Path folder;

    private static IngestServer server;
    private static String ana;

    @BeforeAll
    static void start() {
        server = IngestServer.start(
                folder, TestBroker.bootstrap(), IngestServer.WIRE, Map.of("ingest.media.most-bytes", "5000"));
        ana = server.key("ana", "author");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anUploadedPictureIsShownAsItWasDrawnAnewAndTheSameFileGivesTheSame() throws Exception {
        byte[] picture = Pictures.png(5, 7);

        HttpResponse<String> first = upload("image/png", picture);
        HttpResponse<String> again = upload("application/octet-stream", picture);
        String path = first.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> shown = server.download(server.get(path, ana));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).path("mediaType").asText()).isEqualTo("image/png");
        assertThat(json(first).path("size").asInt()).isEqualTo(shown.body().length);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown.body())))
                .isEqualTo(json(first).path("hash").asText());
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"" + json(first).path("hash").asText() + ".png\"");
    }

    @Test
    void aSingleFileOfAFormIsTakenToo() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Pictures.png(6, 6));
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(upload("multipart/form-data; boundary=b", body.toByteArray()).statusCode())
                .isEqualTo(201);
        assertThat(upload("multipart/form-data; boundary=b", "--b--\r\n".getBytes(StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsNoPictureIsTooLargeOrIsSentByAStrangerIsRefused() throws Exception {
        assertThat(upload("image/png", "<svg/>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(upload("image/png", new byte[5001]).statusCode()).isEqualTo(413);
        HttpRequest stranger = server.to("/v1/media")
                .POST(BodyPublishers.ofByteArray(Pictures.png(5, 7)))
                .build();
        assertThat(server.send(stranger).statusCode()).isEqualTo(401);
        assertThat(server.send(server.to("/v1/media/" + "0".repeat(64)).GET().build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.get("/v1/media/" + "0".repeat(64), ana)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDraftCarriesTheTypeThatWasFoundInItsPicture() throws Exception {
        String hash =
                json(upload("text/plain", Pictures.png(8, 8))).path("hash").asText();
        String draft =
                "{\"account\": \"main\", \"text\": \"Look.\", \"media\": [{\"hash\": \"%s\", \"altText\": \"A box.\"}]}"
                        .formatted(hash);

        HttpResponse<String> answer = server.send(server.post("/v1/drafts", ana, draft));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(new DraftsInKafka(TestBroker.bootstrap(), IngestServer.WIRE)
                        .of(json(answer).path("postId").asText()))
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.getMedia().get(0).getMediaType()).isEqualTo("image/png"));
    }

    private static HttpResponse<String> upload(String type, byte[] bytes) throws Exception {
        return server.send(server.to("/v1/media")
                .header("Authorization", "Bearer " + ana)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }
}
