package org.imprimatur.approver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.imprimatur.approver.audit.Packet;
import org.imprimatur.approver.audit.SealingKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class VerifyAuditCommandTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private SealingKey key;

    @BeforeEach
    void aKey() throws IOException {
        key = SealingKey.at(folder.resolve("evidence.pem"));
    }

    @Test
    void aPacketUnderTheRightKeyEndsWithZero() throws IOException {
        Path kept =
                Files.writeString(folder.resolve("kept.pem"), key.publicKey().pem());

        assertThat(run(packet().toString(), "--key", kept.toString())).isZero();
        assertThat(said.toString()).contains("none changed", "Sealed by the key that you gave.");
    }

    @Test
    void withoutAKeyTheFingerprintIsShownForComparing() throws IOException {
        assertThat(run(packet().toString())).isZero();
        assertThat(said.toString()).contains(key.publicKey().fingerprint());
    }

    @Test
    void aHistoryThatWasChangedEndsWithOneAndSaysWhere() throws IOException {
        Path history = Files.writeString(folder.resolve("history.jsonl"), "{\"postId\":\"p\"}\n");

        assertThat(run(history.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("history.jsonl, line 1", "NOT AS IT WAS WRITTEN");
    }

    @Test
    void aFileThatIsNotThereEndsWithTwo() {
        assertThat(run(folder.resolve("none.zip").toString())).isEqualTo(2);
        assertThat(said.toString()).contains("There is no file");
    }

    private Path packet() throws IOException {
        Path packet = folder.resolve("packet.zip");
        try (OutputStream out = Files.newOutputStream(packet)) {
            Packet writing = new Packet(out);
            writing.file(Packet.HISTORY, sink -> {});
            writing.seal("post p", key, Instant.EPOCH);
        }
        return packet;
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return new CommandLine(new VerifyAuditCommand())
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
