package org.imprimatur.analyzer.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalCommandTest {

    private static final String DRAFTS = """
            {"id": "a", "text": "Flu shots on Saturday.", "label": "clear"}
            {"id": "b", "text": "Call 541-555-0142 before noon.", "label": "clear"}
            {"id": "c", "text": "Her SSN is 123-45-6789.", "label": "hold", "severity": "high", "reasons": ["PATIENT_IDENTIFIER"]}
            {"id": "d", "text": "Flu shots on Sunday.", "label": "hold", "severity": "low", "reasons": ["PATIENT_IDENTIFIER", "SOMETHING_ELSE"]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("drafts.jsonl"), DRAFTS);
        Files.writeString(folder.resolve("drafts.yaml"), "name: Quillmere\nphones:\n  - {number: 541-555-0142}\n");
    }

    @Test
    void theTableCountsWhatWasHeldAndWhatWasNamed() {
        int exit = eval(folder.toString());

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("| clear drafts | 2 | .000 [.000, .658] |")
                .contains("| drafts to hold | 2 | .500 [.095, .905] |")
                .contains("| of high severity | 1 | 1.000 [.207, 1.000] |")
                .contains("| patient identifier | 2 | .500 [.095, .905] | .500 [.095, .905] |")
                .doesNotContain("something");
    }

    @Test
    void withoutAProfileTheOwnTelephoneIsAPrivateOne() {
        eval("--without-profile", folder.toString());

        assertThat(out.toString()).contains("| clear drafts | 2 | .500");
    }

    @Test
    void aLineThatIsNotJsonIsReportedWithoutQuotingIt() throws IOException {
        Files.writeString(folder.resolve("drafts.jsonl"), "Zaphodine\n");

        assertThat(eval(folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("a line is not JSON").doesNotContain("Zaphodine");
    }

    private int eval(String... args) {
        return new CommandLine(new EvalCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
