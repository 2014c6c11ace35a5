package org.imprimatur.analyzer.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScreenCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();
    private Path posts = Path.of("");
    private Path predictions = Path.of("");

    @BeforeEach
    void place() {
        posts = folder.resolve("posts.jsonl");
        predictions = folder.resolve("predictions.jsonl");
    }

    @Test
    void everyDraftGetsALineInTheOrderOfTheFile() throws IOException {
        write(IntStream.range(0, 3_000)
                .mapToObj(i -> "{\"id\": \"d" + i + "\", \"text\": \"Flu shots on Saturday.\"}")
                .toList());

        int exit = screen();

        assertThat(exit).isZero();
        assertThat(ids(read()))
                .isEqualTo(IntStream.range(0, 3_000).mapToObj(i -> "d" + i).toList());
        assertThat(messages.toString()).startsWith("3,000 drafts in ");
    }

    @Test
    void aMalformedLineIsHeldAndNamedByItsNumberAndNothingIsLost() throws IOException {
        write(List.of(
                "{\"id\": \"a\", \"text\": \"Flu shots on Saturday.\"}",
                "",
                "{\"id\": \"b\"}",
                "Zaphodine is no JSON",
                "[1]",
                "{\"text\": \"nameless\"}",
                "{\"id\": \"c\", \"kind\": \"poem\", \"text\": \"x\"}"));

        screen();

        List<JsonNode> lines = read();
        assertThat(ids(lines)).containsExactly("a", "b", "line 4", "line 5", "line 6", "c");
        assertThat(lines)
                .extracting(line -> line.path("hold").asBoolean())
                .containsExactly(false, true, true, true, true, true);
        assertThat(messages.toString()).contains("Line 3 ", "Line 4 ", "Line 5 ", "Line 6 ", "Line 7 ");
        assertThat(messages.toString()).doesNotContain("Zaphodine");
    }

    @Test
    void linesWithAccountAndDateMeetWhatTheAccountToldBefore() throws IOException {
        Path county = folder.resolve("county.yaml");
        Files.writeString(county, """
                name: Larkspur County Hospital
                county: Larkspur County
                townsInCounty:
                  - {name: Ashgrove, population: 5200}
                """);
        String first = "A patient from Ashgrove got a new knee. Classes start in spring.";
        String second = "One patient with a new knee is a widower and dances again.";
        write(List.of(
                dated("a", "main", "2026-06-01", first),
                dated("b", "main", "2026-07-01", second),
                dated("c", "other", "2026-07-01", second),
                dated("d", "main", "2026-12-24T18:00:00Z", second),
                dated("e", "main", "some day", second)));

        screen("--organization", county.toString());

        assertThat(read())
                .filteredOn(line -> line.path("explanations").toString().contains("(post a)"))
                .extracting(line -> line.path("id").asText())
                .containsExactly("b");
    }

    private static String dated(String id, String account, String date, String text) {
        return "{\"id\": \"" + id + "\", \"account\": \"" + account + "\", \"date\": \"" + date + "\", \"text\": \""
                + text + "\"}";
    }

    @Test
    void bytesThatAreNoUtf8LoseNoLine() throws IOException {
        Files.write(posts, "{\"id\": \"a\", \"text\": \"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        screen();

        assertThat(ids(read())).containsExactly("a");
    }

    @Test
    void anAuthorizationThatNobodyRegisteredHolds() throws IOException {
        write(List.of("{\"id\": \"a\", \"text\": \"A story.\", \"authorizationId\": \"A-1\"}"));

        screen();

        JsonNode line = read().get(0);
        assertThat(line.path("hold").asBoolean()).isTrue();
        assertThat(line.path("reasons").path(0).asText()).isEqualTo("TESTIMONIAL_WITHOUT_AUTHORIZATION");
        assertThat(line.path("explanations").path(0).asText()).isNotBlank();
    }

    @Test
    void anAuthorizationOfTheProfileIsKnown() throws IOException {
        write(List.of("{\"id\": \"a\", \"text\": \"A story.\", \"authorizationId\": \"A-1\"}"));
        Path profile = Files.writeString(folder.resolve("org.yaml"), """
                name: Example Health
                asOf: "2026-10-01"
                authorizations:
                  - {id: A-1, personName: Example Person, scope: a story, expires: "2026-10-01"}
                """);

        screen("--organization", profile.toString());

        assertThat(read().get(0).path("hold").asBoolean()).isFalse();
    }

    @Test
    void aMissingFileGetsOneClearSentence() {
        assertThat(screen()).isEqualTo(1);
        assertThat(messages.toString().strip()).isEqualTo("There is no file " + posts + ".");
    }

    @Test
    void anUnwritableOutputGetsOneClearSentence() throws IOException {
        write(List.of("{\"id\": \"a\", \"text\": \"x\"}"));
        predictions = folder.resolve("nowhere").resolve("predictions.jsonl");

        assertThat(screen()).isEqualTo(1);
        assertThat(messages.toString().strip()).isEqualTo("The file " + predictions + " can't be written.");
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        write(List.of("{\"id\": \"a\", \"text\": \"x\"}"));
        predictions = posts;

        assertThat(screen()).isEqualTo(1);
        assertThat(ids(read())).containsExactly("a");
    }

    @Test
    void aFaultyProfileIsRefusedWithItsFaults() throws IOException {
        write(List.of("{\"id\": \"a\", \"text\": \"x\"}"));
        Path profile = Files.writeString(folder.resolve("org.yaml"), "town: Example\n");

        assertThat(screen("--organization", profile.toString())).isEqualTo(1);
        assertThat(messages.toString()).contains("name");
    }

    private int screen(String... more) {
        List<String> args = new ArrayList<>(List.of("--in", posts.toString(), "--out", predictions.toString()));
        args.addAll(List.of(more));
        return new CommandLine(new ScreenCommand())
                .setErr(new PrintWriter(messages, true))
                .execute(args.toArray(String[]::new));
    }

    private void write(List<String> lines) throws IOException {
        Files.write(posts, lines);
    }

    private List<JsonNode> read() throws IOException {
        return Files.readAllLines(predictions).stream()
                .map(ScreenCommandTest::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.builder().build().readTree(line);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<String> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("id").asText()).toList();
    }
}
