package org.imprimatur.publisher.connectors.mastodon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The connector against snac as Debian has it; see the README for the stage. */
@Tag("peers")
@EnabledIf(value = "isThere", disabledReason = "snac is not installed: this is not Debian")
class RealSnacTest implements RealMastodonContract {
    private static final Path PROGRAM = Path.of(System.getProperty("peers.folder", "."), "snac/usr/bin/snac");

    private static RealMastodon server;

    private final TestPictures store = new TestPictures();
    private String token = "";
    private Optional<URI> cut = Optional.empty();

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        server = RealSnac.start(PROGRAM, folder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        token = server.token();
    }

    @Override
    public RealMastodon server() {
        return server;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public TestPictures store() {
        return store;
    }

    @Override
    public Connector connector() {
        return connector(cut.orElseGet(server::url));
    }

    @Override
    public Connector connector(URI other) {
        PlatformAccount opened = server.account(other, token);
        return new MastodonConnector(
                id -> opened, store.bytes(), Duration.ofSeconds(20), Duration.ofMillis(200), InstantSource.system());
    }

    @Override
    public void cutOff() {
        cut = Optional.of(URI.create("http://127.0.0.1:1"));
    }
}
