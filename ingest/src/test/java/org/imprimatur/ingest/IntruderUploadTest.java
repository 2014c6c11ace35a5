package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.imprimatur.ingest.media.Films;
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
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] png = Pictures.joined(Pictures.png(4, 4), page);
        byte[] jpeg = Pictures.joined(Pictures.encoded("jpg", Pictures.corners(16, 16)), page);

        HttpResponse<byte[]> shown = shown(png);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition").orElse(""))
                .matches("inline; filename=\"[0-9a-f]{64}\\.png\"");
        assertThat(text(shown)).doesNotContain("script");
        assertThat(text(shown(jpeg))).startsWith("\u00FF\u00D8").doesNotContain("script");
    }

    @Test
    void anArchiveBehindAPictureIsNotServed() throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("tool.exe"));
            zip.write(new byte[300]);
        }

        assertThat(text(shown(Pictures.joined(Pictures.png(4, 4), archive.toByteArray()))))
                .doesNotContain("PK", "tool.exe");
    }

    @Test
    void whereAPictureWasTakenIsNotServed() throws Exception {
        byte[] sent = Pictures.withExif(Pictures.encoded("jpg", Pictures.corners(16, 16)), 1);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Exif", Pictures.CANARY);

        assertThat(text(shown(sent))).doesNotContain("Exif", Pictures.CANARY);
    }

    @Test
    void anAnimationIsServedWithItsFramesAndWithoutWhatItHid() throws Exception {
        HttpResponse<byte[]> film = shown(Films.gif(3));

        assertThat(film.headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(text(film)).contains("NETSCAPE2.0").doesNotContain("XMP", Pictures.CANARY);
    }

    @Test
    void aHeaderThatPromisesMoreThanAnybodyShowsIsRefusedBeforeMemoryIsTaken() throws Exception {
        byte[] png = Pictures.png(4, 4);
        ByteBuffer.wrap(png).putInt(16, 0x7FFFFFFF).putInt(20, 0x7FFFFFFF);
        byte[] gif = Films.gif(1);
        gif[7] = gif[9] = (byte) 0xFF;

        assertThat(upload(HARMLESS, png).statusCode()).isIn(413, 422);
        assertThat(upload(HARMLESS, gif).statusCode()).isEqualTo(413);
    }

    @Test
    void aPictureThatBreaksOffIsRefused() throws Exception {
        for (byte[] whole : new byte[][] {
            Pictures.encoded("jpg", Pictures.corners(64, 64)),
            Pictures.encoded("png", Pictures.corners(64, 64)),
            Films.gif(2)
        }) {
            assertThat(upload(HARMLESS, Arrays.copyOf(whole, whole.length - whole.length / 3))
                            .statusCode())
                    .isEqualTo(422);
        }
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

    private static HttpResponse<byte[]> shown(byte[] sent) throws IOException, InterruptedException {
        HttpResponse<String> stored = upload("text/html", sent);
        assertThat(stored.statusCode()).isIn(200, 201);
        return server.download(
                server.get(stored.headers().firstValue("Location").orElseThrow(), key));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
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
