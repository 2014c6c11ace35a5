package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.settings.SettingsFault;
import org.junit.jupiter.api.Test;

final class IngestSettingsTest {

    @Test
    void theDefaultsFitOneBrokerOnThisMachine() {
        assertThat(IngestSettings.read(Settings.of(Map.of())))
                .isEqualTo(new IngestSettings(
                        "localhost:9092",
                        (short) 1,
                        "imprimatur",
                        URI.create("http://localhost:8081"),
                        Path.of("imprimatur-data/ingest"),
                        Duration.ofSeconds(8),
                        10 * 1024 * 1024,
                        50_000_000));
    }

    @Test
    void everyKeyIsRead() {
        Settings settings = Settings.of(Map.of(
                "kafka.bootstrap", "kafka:9092",
                "kafka.replication", "3",
                "registry.kind", "confluent",
                "registry.url", "http://registry:8081",
                "ingest.folder", "here",
                "ingest.acknowledge-within", "3s",
                "ingest.media.most-bytes", "1000",
                "ingest.media.most-pixels", "2000"));

        assertThat(IngestSettings.read(settings))
                .isEqualTo(new IngestSettings(
                        "kafka:9092",
                        (short) 3,
                        "confluent",
                        URI.create("http://registry:8081"),
                        Path.of("here"),
                        Duration.ofSeconds(3),
                        1000,
                        2000));
    }

    @Test
    void allFaultsAreReportedTogether() {
        Settings settings = Settings.of(Map.of(
                "kafka.replication", "0",
                "registry.url", "nowhere",
                "ingest.acknowledge-within", "1h",
                "ingest.media.most-bytes", "many",
                "ingest.media.most-pixels", "-1",
                "ingest.fodler", "here"));

        assertThatThrownBy(() -> IngestSettings.read(settings))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContainingAll(
                        "kafka.replication",
                        "registry.url",
                        "ingest.acknowledge-within",
                        "ingest.media.most-bytes",
                        "ingest.media.most-pixels",
                        "ingest.fodler");
    }
}
