package org.imprimatur.publisher.connectors.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.TestPictures;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The connector against GoToSocial, where a release of it is unpacked; see the README for the stage. */
@Tag("peers")
@EnabledIf(value = "isThere", disabledReason = "there is no release of GoToSocial in the folder of the peers")
class RealGoToSocialTest implements RealMastodonContract {
    private static final Path RELEASE = Path.of(System.getProperty("peers.folder", "."), "gotosocial");
    private static final int ENOUGH_REQUESTS = 5_000;

    private static RealMastodon server;

    private final TestPictures store = new TestPictures();
    private String token = "";
    private Optional<URI> cut = Optional.empty();

    static boolean isThere() {
        return Files.isExecutable(RELEASE.resolve("gotosocial"));
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = RealGoToSocial.start(RELEASE, folder, ENOUGH_REQUESTS);
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
        return connector(server.account(other, token));
    }

    @Override
    public void cutOff() {
        cut = Optional.of(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void theServersOwnLimiterEndsPostsAndSaysWhenTheyGoOn(@TempDir Path folder) throws Exception {
        try (RealMastodon strict = RealGoToSocial.start(RELEASE, folder, 30)) {
            Connector connector = connector(strict.account(strict.url(), strict.token()));
            Outcome last = IntStream.range(0, 30)
                    .mapToObj(i -> connector.publish(sample("p" + i, "post " + i)))
                    .filter(outcome -> outcome instanceof Outcome.RateLimited)
                    .findFirst()
                    .orElseThrow();

            assertThat(((Outcome.RateLimited) last).until())
                    .isBetween(Instant.now(), Instant.now().plusSeconds(301));
        }
    }

    private Connector connector(PlatformAccount opened) {
        return new MastodonConnector(
                id -> opened, store.bytes(), Duration.ofSeconds(20), Duration.ofMillis(200), InstantSource.system());
    }
}
