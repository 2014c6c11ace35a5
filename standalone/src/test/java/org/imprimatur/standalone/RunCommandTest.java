package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RunCommandTest {

    private final StringWriter said = new StringWriter();
    private final CommandLine commands = StandaloneMain.commands().setErr(new PrintWriter(said, true));

    @Test
    void aTakenPortIsOneSentence(@TempDir Path data) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            int code = commands.execute("--data=" + data, "--port=" + port);

            assertThat(code).isEqualTo(1);
            assertThat(said.toString().strip())
                    .isEqualTo(
                            "Port " + port + " on 127.0.0.1 is taken by another program; choose another with --port.");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        int code = commands.execute("--data=" + file.resolve("below"));

        assertThat(code).isEqualTo(1);
        assertThat(said.toString().strip()).endsWith("cannot be created; choose another with --data.");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        int code = commands.execute("--prot=8080");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("--prot", "--help").doesNotContain("Exception");
    }
}
