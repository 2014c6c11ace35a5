package org.imprimatur.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class OrganizationCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aMissingFileABrokenOneAndAnUnknownRegistryGetOneSentenceEach() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "name: H");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "accounts: [{id: main}]");

        assertThat(load(folder.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(load(broken.toString())).isEqualTo(1);
        assertThat(load(good.toString(), "--registry.kind", "unheard-of")).isEqualTo(1);

        assertThat(err.toString())
                .contains("There is no file", "platform", "no wire format 'unheard-of'")
                .doesNotContain("Exception");
    }

    @Test
    void withoutASubcommandTheUsageIsShown() {
        assertThat(new CommandLine(new OrganizationCommand())
                        .setErr(new PrintWriter(err, true))
                        .execute())
                .isEqualTo(2);
        assertThat(err.toString()).contains("organization");
    }

    private int load(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "load";
        System.arraycopy(args, 0, all, 1, args.length);
        return new CommandLine(new OrganizationCommand())
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(new StringWriter(), true))
                .execute(all);
    }
}
