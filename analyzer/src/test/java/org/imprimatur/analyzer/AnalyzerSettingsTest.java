package org.imprimatur.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.settings.SettingsFault;
import org.imprimatur.kit.streams.StreamsSettings;
import org.junit.jupiter.api.Test;

class AnalyzerSettingsTest {

    @Test
    void everythingHasADefault() {
        assertThat(read(Map.of()))
                .isEqualTo(new AnalyzerSettings(
                        new StreamsSettings(
                                "analyzer",
                                "localhost:9092",
                                Path.of("imprimatur-data/analyzer"),
                                1,
                                Duration.ofMillis(10),
                                "analyzer.dead-letters",
                                0),
                        "imprimatur",
                        URI.create("http://localhost:8081"),
                        Duration.ofSeconds(2)));
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> values = new HashMap<>();
        values.put("kafka.bootstrap", "kafka:9092");
        values.put("registry.kind", "confluent");
        values.put("registry.url", "http://registry:8081");
        values.put("analyzer.state", "/state");
        values.put("analyzer.threads", "4");
        values.put("analyzer.commit-interval", "100ms");
        values.put("analyzer.standby-replicas", "1");
        values.put("analyzer.instance", "analyzer-1");
        values.put("analyzer.judging-limit", "500ms");

        assertThat(read(values))
                .isEqualTo(new AnalyzerSettings(
                        new StreamsSettings(
                                "analyzer",
                                "kafka:9092",
                                Path.of("/state"),
                                4,
                                Duration.ofMillis(100),
                                "analyzer.dead-letters",
                                1,
                                Optional.of("analyzer-1")),
                        "confluent",
                        URI.create("http://registry:8081"),
                        Duration.ofMillis(500)));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Map<String, String> values = Map.of(
                "registry.url", "nowhere",
                "analyzer.threads", "0",
                "analyzer.commit-interval", "soon",
                "analyzer.standby-replicas", "many",
                "analyzer.judging-limit", "0s",
                "analyzer.treads", "2");

        assertThatThrownBy(() -> read(values))
                .isInstanceOfSatisfying(
                        SettingsFault.class,
                        fault -> assertThat(keys(fault))
                                .containsExactlyInAnyOrder(
                                        "registry.url",
                                        "analyzer.threads",
                                        "analyzer.commit-interval",
                                        "analyzer.standby-replicas",
                                        "analyzer.judging-limit",
                                        "--analyzer.treads"));
    }

    private static List<String> keys(SettingsFault fault) {
        return fault.faults().stream()
                .map(sentence -> sentence.substring(0, sentence.indexOf(':')))
                .toList();
    }

    private static AnalyzerSettings read(Map<String, String> values) {
        return AnalyzerSettings.read(Settings.of(values));
    }
}
