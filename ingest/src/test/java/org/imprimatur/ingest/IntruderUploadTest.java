package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.imprimatur.ingest.media.Pictures;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with a key could send to break the service or a reader's browser. */
class IntruderUploadTest {
    private static final String HARMLESS = "image/png";

    @TempDir
    private static Path folder;

    private static IngestServer server;
    private static String key;

    @BeforeAll
    static void start() {
        server = IngestServer.start(
                folder, TestBroker.bootstrap(), IngestServer.WIRE, Map.of("ingest.media.most-pixels", "1000000"));
        key = server.key("mallory", "author");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSmallPictureThatDecodesToAHugeOneIsRefused() throws Exception {
        byte[] bomb = Pictures.png(12_000, 12_000);

        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(upload(HARMLESS, bomb).statusCode()).isEqualTo(413);
    }

    @Test
    void aCompressedBodyIsRefusedBeforeItGrows() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50_000_000]);
        }

        assertThat(upload(HARMLESS, bomb.toByteArray(), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.send(server.post(
                                "/v1/drafts",
                                key,
                                "{\"account\": \"main\", \"text\": \"Hello.\"}",
                                "Content-Encoding",
                                "gzip"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBodyThatAnnouncesNothingAndNeverEndsIsCutOff() throws Exception {
        byte[] endless = new byte[40_000_000];

        HttpResponse<String> answer = server.send(server.to("/v1/media")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aPictureThatIsAlsoAPageIsShownAsAPictureOnly() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Pictures.png(4, 4));
        both.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> stored = upload("text/html", both.toByteArray());
        assertThat(stored.statusCode()).isEqualTo(201);

        String address = stored.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> shown = server.download(server.get(address, key));

        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition").orElse(""))
                .matches("inline; filename=\"[0-9a-f]{64}\\.png\"");
    }

    @Test
    void pagesAndDrawingsWithScriptsAreNoPictures() throws Exception {
        for (String text : new String[] {
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "<html><script>alert(1)</script></html>",
            "GIF89a<script>alert(1)</script>"
        }) {
            assertThat(upload(HARMLESS, text.getBytes(StandardCharsets.UTF_8)).statusCode())
                    .isIn(415, 422);
        }
    }

    @Test
    void aFileNameGoesNowhere() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../<script>alert(1)</script>.png\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Pictures.png(3, 3));
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));

        HttpResponse<String> stored = upload("multipart/form-data; boundary=b", body.toByteArray());

        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(stored.body() + stored.headers().map()).doesNotContain("<script", "..");
    }

    private static HttpResponse<String> upload(String type, byte[] bytes, String... headers)
            throws IOException, InterruptedException {
        var request = server.to("/v1/media")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(bytes));
        return server.send((headers.length == 0 ? request : request.headers(headers)).build());
    }
}
