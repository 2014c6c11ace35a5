package org.imprimatur.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is refused before Kafka is asked; a sound pack is activated in the test of the service. */
class PolicyCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();

    @Test
    void aFaultyPackChangesNothingAndEveryFaultIsNamed() throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.yaml"), """
                name: house
                version: 1
                rules:
                  - {id: one, title: First, reason: NONE, when: "true", action: HOLD, severity: LOW, message: Look.}
                  - {id: two, title: Second, reason: COWORKER, when: "maybe", action: HOLD, severity: LOW, message: Look.}
                """);

        assertThat(activate(pack)).isEqualTo(1);
        assertThat(messages.toString()).contains("one: reason", "two: expression", "Nothing was changed.");
    }

    @Test
    void aMissingFileGetsOneClearSentence() {
        Path nowhere = folder.resolve("nowhere.yaml");

        assertThat(activate(nowhere)).isEqualTo(1);
        assertThat(messages.toString().strip()).isEqualTo("The file " + nowhere + " can't be read.");
    }

    private int activate(Path pack) {
        return new CommandLine(new PolicyCommand())
                .setErr(new PrintWriter(messages, true))
                .execute("activate", pack.toString(), "--activated-by", "ada", "--kafka.bootstrap", "localhost:1");
    }
}
