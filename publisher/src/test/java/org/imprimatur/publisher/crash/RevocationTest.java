package org.imprimatur.publisher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.StreamsRunner;
import org.imprimatur.publisher.PublisherSettings;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.MemoryPlatform;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.topology.PublisherTopology;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.publisher.worker.Connector;
import org.imprimatur.publisher.worker.Worker;
import org.imprimatur.schemas.avro.DeliveryCommandKind;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole publisher when a patient withdraws an authorization under which three posts were approved. */
class RevocationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @Test
    void aRevocationEndsInCancelledRemovedAndATaskWithEvidenceKept(@TempDir Path folder) throws Exception {
        MemoryPlatform memory = new MemoryPlatform();
        MemoryPlatform stubborn = new MemoryPlatform() {
            @Override
            public synchronized Removal takeDown(Publication publication) {
                return new Removal.CannotDelete("only its owner can, in the app");
            }
        };
        try (CrashLog log = new CrashLog(folder.resolve("broker"));
                Lifecycle publisher = publisher(log, folder, Map.of("memory", memory, "stubborn", stubborn))) {
            log.policy("1");
            log.account("harbor", "memory");
            log.account("north", "stubborn");
            log.authorization(Samples.authorization("A-1", form -> form));
            publisher.start(); // reads what is registered before it reads what was released
            log.release(under("live", "harbor", Optional.empty()));
            log.release(under("stays", "north", Optional.empty()));
            log.release(under("waits", "harbor", Optional.of(Instant.now().plusSeconds(3600))));
            await().atMost(PATIENCE)
                    .until(() -> stage(log, "live").equals(Optional.of(Stage.PUBLISHED))
                            && stage(log, "stays").equals(Optional.of(Stage.PUBLISHED))
                            && stage(log, "waits").equals(Optional.of(Stage.SCHEDULED)));

            Instant revoked = Instant.now();
            log.authorization(Samples.revoked("A-1"));
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(PATIENCE)
                    .until(() -> stage(log, "live").equals(Optional.of(Stage.REMOVED))
                            && stage(log, "stays").equals(Optional.of(Stage.TAKEDOWN_TASK))
                            && stage(log, "waits").equals(Optional.of(Stage.CANCELLED)));
            Duration took = Duration.between(
                    revoked,
                    log.newest().values().stream()
                            .map(step -> step.at())
                            .max(Instant::compareTo)
                            .orElseThrow());
            System.out.println("revoked, cancelled, removed and handed over within " + took.toMillis() + " ms");

            assertThat(took).isLessThan(AT_MOST);
            assertThat(memory.live()).isEmpty();
            assertThat(evidence(log, "live").map(Live::text)).contains(Samples.TEXT);
            assertThat(evidence(log, "stays").map(Live::text)).contains(Samples.TEXT);

            log.ask(Samples.command(
                    "c1",
                    "stays",
                    DeliveryCommandKind.TASK_DONE,
                    command -> command.setDeliveryId("stays/r1/north").setProof("https://example.org/screenshot")));
            await().atMost(PATIENCE).until(() -> stage(log, "stays").equals(Optional.of(Stage.REMOVED)));
            assertThat(evidence(log, "stays")).isPresent();
        }
    }

    private static Lifecycle publisher(CrashLog log, Path folder, Map<String, Connector> connectors) {
        PublisherSettings settings = PublisherSettings.read(Settings.of(Map.of(
                "kafka.bootstrap", log.bootstrap(),
                "registry.url", log.registry().toString(),
                "publisher.state", folder.resolve("state").toString())));
        PublisherSerdes serdes = PublisherSerdes.of(Wire.open(settings.registryKind(), settings.registry()));
        var meters = new SimpleMeterRegistry();
        return new Lifecycle(List.of(
                new StreamsRunner(settings.streams(), PublisherTopology.build(serdes, connectors.keySet()), meters),
                new Worker(settings.worker(), serdes, connectors, InstantSource.system(), meters)));
    }

    private static ReleaseRecord under(String post, String account, Optional<Instant> scheduledAt) {
        return Samples.release(
                post,
                account,
                draft -> draft.setAuthorizations(List.of("A-1")).setScheduledAt(scheduledAt.orElse(null)));
    }

    /** Empty while nothing is known of the post. */
    private static Optional<Stage> stage(CrashLog log, String post) {
        return Optional.ofNullable(log.newest().get(post))
                .map(step -> step.status().stage());
    }

    private static Optional<Live> evidence(CrashLog log, String post) {
        return Optional.ofNullable(log.newest().get(post))
                .map(step -> step.status())
                .flatMap(status -> status instanceof Status.Takedown takedown ? takedown.evidence() : Optional.empty());
    }
}
