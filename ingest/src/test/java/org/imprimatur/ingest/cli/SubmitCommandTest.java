package org.imprimatur.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.ingest.IngestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SubmitCommandTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static IngestServer server;
    private static String key;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        server = IngestServer.start(shared);
        key = server.key("ana", "author");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void oneTextIsTakenFromTheArgumentsOrFromStandardInput() {
        assertThat(submit("--account", "main", "Flu shots on Saturday.")).isZero();
        assertThat(submitting("From a pipe.\n", Map.of("IMPRIMATUR_TOKEN", key), server.url(), "--account", "main"))
                .isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("taken "));
    }

    @Test
    void oneTextWithFaultsIsRefusedWithAllOfThem() {
        assertThat(submit("--account", "other", "--authorization", "A-9", "Hello"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("refused: account: There is no such account")
                .contains("refused: authorizations/0: No such authorization");
    }

    @Test
    void linesInTheFormOfALabelledSetAreTakenAndTakenOnce() throws IOException {
        Path file = write("posts.jsonl", """
            {"id": "d1", "kind": "post", "inReplyTo": null, "text": "One", "authorizationId": null, "label": "hold", "severity": "low", "reasons": ["X"], "spans": [{"start": 0, "end": 1, "type": "DATE"}], "note": "n"}

            {"id": "d2", "kind": "reply", "inReplyTo": "Great!", "text": "Two", "authorizationId": "A-101", "label": "clear", "severity": "none", "reasons": [], "spans": [], "note": ""}
            """);

        assertThat(submit("--file", file.toString(), "--account", "main"))
                .as(err.toString())
                .isZero();
        assertThat(submit("--file", file.toString(), "--account", "main")).isZero();

        assertThat(out.toString().lines())
                .containsExactly("2 taken (0 of them before), 0 refused", "2 taken (2 of them before), 0 refused");
    }

    @Test
    void eachRefusedLineIsNamedAndKeptAndTheOthersAreTaken() throws IOException {
        String bad = "{\"id\": \"x\", \"text\": \"\", \"account\": \"main\", \"colour\": 1}";
        Path file = write(
                "mixed.jsonl",
                "{\"text\": \"Good\", \"account\": \"main\"}\n" + bad + "\nnot json\n{\"text\": \"No account\"}\n");
        Path rejected = folder.resolve("rejected.jsonl");

        int code = submit("--file", file.toString(), "--rejected", rejected.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("1 taken (0 of them before), 3 refused");
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("line 2: text: Write the text")
                                .contains("colour: "),
                        line -> assertThat(line)
                                .isEqualTo("line 3: This line is not one JSON object with each field once."),
                        line -> assertThat(line).startsWith("line 4: account: Name the account"));
        assertThat(Files.readAllLines(rejected)).containsExactly(bad, "not json", "{\"text\": \"No account\"}");
    }

    @Test
    void rowsOfACsvFileAreTakenAndTheRefusedOnesCanBeSentAgain() throws IOException {
        Path file = write("posts.csv", """
            id,text,kind,inReplyTo,account,scheduledAt,authorization
            c1,"A text, with ""quotes""
            and two lines",post,,main,,
            c2,Thanks,reply,Great!,,,A-101
            c3,Later,post,,main,2020-01-01T00:00:00Z,
            c4,Too,many,values,in,this,row,here
            """);
        Path rejected = folder.resolve("rejected.csv");

        int code = submit("--file", file.toString(), "--account", "main", "--rejected", rejected.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("2 taken (0 of them before), 2 refused");
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("line 5: scheduledAt: This time has passed"),
                        line -> assertThat(line).startsWith("line 6: This row has 8 values under 7 names"));
        assertThat(Files.readAllLines(rejected))
                .startsWith(
                        "id,text,kind,inReplyTo,account,scheduledAt,authorization",
                        "\"c3\",\"Later\",\"post\",\"\",\"main\",\"2020-01-01T00:00:00Z\",\"\"");
        assertThat(submit("--file", rejected.toString())).isEqualTo(1);
    }

    @Test
    void equalLinesWithoutAnIdAreTwoPostsAndACorrectedLineIsANewOne() throws IOException {
        String line = "{\"text\": \"Equal\", \"account\": \"main\"}\n";
        assertThat(submit("--file", write("a.jsonl", line + line).toString())).isZero();
        assertThat(submit(
                        "--file",
                        write("b.jsonl", line + line.replace("Equal", "Corrected"))
                                .toString()))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly("2 taken (0 of them before), 0 refused", "2 taken (1 of them before), 0 refused");
    }

    @Test
    void aBusyServiceIsAskedAgainUnderTheSameKey() throws IOException {
        List<String> keys = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger calls = new AtomicInteger();
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/v1/drafts", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            int status = List.of(503, 429, 202).get(calls.getAndIncrement());
            exchange.getResponseHeaders().add("Retry-After", "0");
            byte[] body = "{\"postId\": \"p\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        busy.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + busy.getAddress().getPort());

            assertThat(submitting("", Map.of("IMPRIMATUR_TOKEN", key), url, "Hello"))
                    .isZero();
        } finally {
            busy.stop(0);
        }
        assertThat(keys).hasSize(3).containsOnly(keys.get(0));
    }

    @Test
    void whenNothingListensEveryLineIsKept() throws IOException {
        Path file = write("lost.jsonl", "{\"text\": \"One\"}\n{\"text\": \"Two\"}\n{\"text\": \"Three\"}\n");
        Path rejected = folder.resolve("rejected.jsonl");
        URI nobody = URI.create("http://127.0.0.1:1");

        int code = submitting(
                "",
                Map.of("IMPRIMATUR_TOKEN", key),
                nobody,
                "--file",
                file.toString(),
                "--rejected",
                rejected.toString(),
                "--patience",
                "1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("line 3: Not sent. The service at");
        assertThat(Files.readString(rejected)).isEqualTo(Files.readString(file));
    }

    @Test
    void aWrongKeyStopsAtOnceAndNoKeyIsWrongUsage() {
        Map<String, String> wrong = Map.of("IMPRIMATUR_TOKEN", "imp_wrong");

        assertThat(submitting("", wrong, server.url(), "--account", "main", "Hello"))
                .isEqualTo(1);
        assertThat(submitting("", Map.of(), server.url(), "--account", "main", "Hello"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("HTTP 401", "IMPRIMATUR_TOKEN");
    }

    @Test
    void aKeyCanLieInAFile() throws IOException {
        Path token = write("token", key + "\n");

        assertThat(submitting(
                        "", Map.of(), server.url(), "--token-file", token.toString(), "--account", "main", "Hello"))
                .isZero();
    }

    @Test
    void aFileThatCannotBeReadToItsEndIsRefusedBeforeAnythingIsSent() throws IOException {
        Path latin = folder.resolve("latin.jsonl");
        Files.write(latin, "{\"text\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        Path columns = write("columns.csv", "text,colour\nOne,red\n");
        Path quotes = write("quotes.csv", "text,account\nOne,main\n\"Two\"x,main\n");

        assertThat(submit("--file", latin.toString())).isEqualTo(2);
        assertThat(submit("--file", columns.toString())).isEqualTo(2);
        assertThat(submit("--file", quotes.toString())).isEqualTo(2);
        assertThat(submit("--file", folder.resolve("missing.csv").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "not UTF-8",
                        "The first row names the columns",
                        "The row on line 3 can't be read; check its quotes.",
                        "There is no file");
        assertThat(out.toString()).isEmpty();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int submit(String... args) {
        return submitting("", Map.of("IMPRIMATUR_TOKEN", key), server.url(), args);
    }

    private int submitting(String input, Map<String, String> environment, URI url, String... args) {
        SubmitCommand command =
                new SubmitCommand(environment, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.add(0, "--url=" + url);
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(new String[0]));
    }
}
