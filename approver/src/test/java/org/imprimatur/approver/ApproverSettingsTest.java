package org.imprimatur.approver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.kit.settings.Settings;
import org.junit.jupiter.api.Test;

class ApproverSettingsTest {

    @Test
    void withoutAnySettingItRunsOnThisMachine() {
        ApproverSettings settings = ApproverSettings.read(Settings.of(Map.of()));
        assertThat(settings.streams().applicationId()).isEqualTo("approver");
        assertThat(settings.streams().bootstrap()).isEqualTo("localhost:9092");
        assertThat(settings.streams().stateFolder()).isEqualTo(Path.of("imprimatur-data/approver/streams"));
        assertThat(settings.streams().threads()).isEqualTo(1);
        assertThat(settings.streams().commitInterval()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.streams().deadLetterTopic()).isEqualTo("approver.dead-letters");
        assertThat(settings.streams().standbyReplicas()).isZero();
        assertThat(settings.streams().groupInstanceId()).isEmpty();
        assertThat(settings.replication()).isEqualTo((short) 1);
        assertThat(settings.registryKind()).isEqualTo("imprimatur");
        assertThat(settings.registry()).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(settings.readModel()).isEqualTo(Path.of("imprimatur-data/approver/read-model.sqlite"));
        assertThat(settings.evidenceKey()).isEqualTo(Path.of("imprimatur-data/approver/evidence-key.pem"));
        assertThat(settings.answerWithin()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.terms()).isEqualTo(new Terms(Duration.ofSeconds(30), 5));
        assertThat(settings.targets()).isEqualTo(new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24)));
        assertThat(settings.registers()).isEqualTo(Path.of("imprimatur-data/approver/registers.sqlite"));
        assertThat(settings.own()).isEqualTo(Path.of("imprimatur-data/approver/own.sqlite"));
    }

    @Test
    void everyKeyIsTaken() {
        ApproverSettings settings = ApproverSettings.read(Settings.of(Map.ofEntries(
                Map.entry("kafka.bootstrap", "kafka:9"),
                Map.entry("kafka.replication", "3"),
                Map.entry("registry.kind", "confluent"),
                Map.entry("registry.url", "http://registry:1"),
                Map.entry("approver.folder", "there"),
                Map.entry("approver.threads", "4"),
                Map.entry("approver.commit-interval", "20ms"),
                Map.entry("approver.standby-replicas", "1"),
                Map.entry("approver.instance", "a"),
                Map.entry("approver.answer-within", "3s"),
                Map.entry("approver.evidence-key", "safe/key.pem"),
                Map.entry("approver.undo", "0s"),
                Map.entry("approver.second-look", "10"),
                Map.entry("approver.due.severe", "1h"),
                Map.entry("approver.due.mild", "2d"))));
        assertThat(settings.streams().bootstrap()).isEqualTo("kafka:9");
        assertThat(settings.replication()).isEqualTo((short) 3);
        assertThat(settings.registryKind()).isEqualTo("confluent");
        assertThat(settings.registry()).isEqualTo(URI.create("http://registry:1"));
        assertThat(settings.streams().stateFolder()).isEqualTo(Path.of("there/streams"));
        assertThat(settings.readModel()).isEqualTo(Path.of("there/read-model.sqlite"));
        assertThat(settings.streams().threads()).isEqualTo(4);
        assertThat(settings.streams().commitInterval()).isEqualTo(Duration.ofMillis(20));
        assertThat(settings.streams().standbyReplicas()).isEqualTo(1);
        assertThat(settings.streams().groupInstanceId()).contains("a");
        assertThat(settings.answerWithin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.terms()).isEqualTo(new Terms(Duration.ZERO, 10));
        assertThat(settings.targets()).isEqualTo(new ReviewTargets(Duration.ofHours(1), Duration.ofDays(2)));
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        Settings wrong = Settings.of(Map.of(
                "approver.threads", "0",
                "approver.due.severe", "soon",
                "registry.url", "nowhere",
                "approver.unheard-of", "1"));
        assertThatThrownBy(() -> ApproverSettings.read(wrong))
                .hasMessageContaining("approver.threads")
                .hasMessageContaining("approver.due.severe")
                .hasMessageContaining("registry.url")
                .hasMessageContaining("approver.unheard-of");
    }
}
