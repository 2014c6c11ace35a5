package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.standalone.Product.postId;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on one folder, as a person and a program meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StandaloneTest implements PipelineContract {

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final StandaloneSettings settings;
    private Lifecycle running;

    StandaloneTest(@TempDir Path data) {
        settings = StandaloneSettings.settle(data, 0, 0, 0, SHORT_UNDO);
        running = compose();
    }

    @BeforeAll
    void start() {
        running.start();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void someSamplesArePublishedAndSomeWait() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(product().published()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(product().waiting()).isGreaterThanOrEqualTo(8);
        });
    }

    @Test
    void theLiveCheckSaysWhatTheVerdictWouldSayAndHandsNothingIn() {
        int waiting = product().waiting();

        JsonNode held = product().author().check("Patient Elowen Marsh, MRN 0048777, sends her thanks.");
        JsonNode clear = product().author().check("The gift shop opens at 9.");

        assertThat(held.path("route").asText()).as(held.toString()).isEqualTo("HELD");
        assertThat(held.path("rules")).isNotEmpty();
        assertThat(clear.path("route").asText()).as(clear.toString()).isEqualTo("CLEARED");
        assertThat(product().waiting()).isEqualTo(waiting);
    }

    @Test
    void aRestartKeepsWhatWaitsAndWhatWentOut() {
        String waiting =
                postId(product().author().submit("Patient Elowen Marsh, MRN 0048777, sends her thanks.", "kept"));
        String out = postId(product().author().submit("The gift shop opens at 9.", "out"));
        await().atMost(SOON)
                .until(() -> product().isWaiting(waiting) && product().isPublished(out));

        running.close();
        running = compose();
        running.start();

        await().atMost(SOON).until(() -> product().isWaiting(waiting));
        product().approve(waiting);
        await().atMost(SOON).until(() -> product().isPublished(waiting));
        assertThat(product().published()).doesNotHaveDuplicates();
    }

    @Override
    public Product product() {
        return new Product(settings);
    }

    private Lifecycle compose() {
        return new Lifecycle(new Standalone(settings, NOWHERE).services(() -> {}));
    }
}
