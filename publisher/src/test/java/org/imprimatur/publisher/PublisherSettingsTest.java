package org.imprimatur.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.settings.SettingsFault;
import org.junit.jupiter.api.Test;

class PublisherSettingsTest {
    @Test
    void withoutAnySettingItPublishesToAnOutboxFolder() {
        PublisherSettings settings = read(Map.of());

        assertThat(settings.outboxFolder()).isEqualTo(Path.of("./outbox"));
        assertThat(settings.webhook()).isEmpty();
        assertThat(settings.platforms().secretsFolder()).isEmpty();
        assertThat(settings.platforms().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.worker().bootstrap()).isEqualTo("localhost:9092");
        assertThat(settings.worker().callsAtOnce()).isEqualTo(8);
        assertThat(settings.worker().stopsWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.streams().applicationId()).isEqualTo("publisher");
        assertThat(settings.streams().commitInterval()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.streams().stateFolder()).isEqualTo(Path.of("imprimatur-data/publisher"));
        assertThat(settings.registry()).isEqualTo(URI.create("http://localhost:8081"));
    }

    @Test
    void everyKeyIsTaken() {
        PublisherSettings settings = read(Map.ofEntries(
                Map.entry("kafka.bootstrap", "kafka:9092"),
                Map.entry("registry.kind", "confluent"),
                Map.entry("registry.url", "http://registry:8081"),
                Map.entry("publisher.state", "/var/state"),
                Map.entry("publisher.threads", "2"),
                Map.entry("publisher.commit-interval", "100ms"),
                Map.entry("publisher.standby-replicas", "1"),
                Map.entry("publisher.instance", "publisher-1"),
                Map.entry("publisher.outbox-folder", "/srv/outbox"),
                Map.entry("publisher.calls-at-once", "3"),
                Map.entry("publisher.stops-within", "9s"),
                Map.entry("publisher.webhook-url", "https://example.org/hook"),
                Map.entry("publisher.webhook-secret-file", "/run/secrets/hook"),
                Map.entry("publisher.secrets-folder", "/run/secrets"),
                Map.entry("publisher.tokens-folder", "/srv/tokens"),
                Map.entry("publisher.media-folder", "/srv/media"),
                Map.entry("publisher.media-address", "https://media.example.org/p"),
                Map.entry("publisher.linkedin-version", "202609"),
                Map.entry("publisher.graph-version", "v25.0"),
                Map.entry("publisher.platform-timeout", "7s"),
                Map.entry("publisher.webhook-timeout", "4s")));

        assertThat(settings.registryKind()).isEqualTo("confluent");
        assertThat(settings.streams().groupInstanceId()).contains("publisher-1");
        assertThat(settings.streams().standbyReplicas()).isEqualTo(1);
        assertThat(settings.worker().callsAtOnce()).isEqualTo(3);
        assertThat(settings.worker().stopsWithin()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.platforms().secretsFolder()).contains(Path.of("/run/secrets"));
        assertThat(settings.platforms().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.platforms().tokensFolder()).isEqualTo(Path.of("/srv/tokens"));
        assertThat(settings.platforms().mediaFolder()).isEqualTo(Path.of("/srv/media"));
        assertThat(settings.platforms().mediaAddress()).contains(URI.create("https://media.example.org/p"));
        assertThat(settings.platforms().linkedinVersion()).isEqualTo("202609");
        assertThat(settings.platforms().graphVersion()).isEqualTo("v25.0");
        assertThat(settings.webhook())
                .contains(new PublisherSettings.Webhook(
                        URI.create("https://example.org/hook"),
                        Optional.of(Path.of("/run/secrets/hook")),
                        Optional.empty(),
                        Duration.ofSeconds(4)));
    }

    @Test
    void aWebhookWithoutASecretIsRefused() {
        assertThatExceptionOfType(SettingsFault.class)
                .isThrownBy(() -> read(Map.of("publisher.webhook-url", "https://example.org/hook")))
                .withMessageContaining("publisher.webhook-secret-file");
    }

    @Test
    void aWebhookIsHttp() {
        assertThatExceptionOfType(SettingsFault.class)
                .isThrownBy(() -> read(
                        Map.of("publisher.webhook-url", "ftp://example.org", "publisher.webhook-secret", "whsec_AAAA")))
                .withMessageContaining("must be http or https");
    }

    @Test
    void aTimeoutOfNothingIsRefused() {
        assertThatExceptionOfType(SettingsFault.class)
                .isThrownBy(() -> read(Map.of("publisher.platform-timeout", "0s")))
                .withMessageContaining("publisher.platform-timeout");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatExceptionOfType(SettingsFault.class)
                .isThrownBy(() -> read(Map.of("publisher.threads", "none", "publisher.webhook-timeout", "soon")))
                .withMessageContaining("publisher.threads")
                .withMessageContaining("publisher.webhook-timeout");
    }

    @Test
    void theSecretIsNotPrinted() {
        PublisherSettings settings = read(
                Map.of("publisher.webhook-url", "https://example.org/hook", "publisher.webhook-secret", "whsec_AAAA"));

        assertThat(settings.toString()).doesNotContain("whsec_AAAA");
        assertThat(settings.webhook().flatMap(PublisherSettings.Webhook::secret))
                .contains(Secret.of("whsec_AAAA"));
    }

    private static PublisherSettings read(Map<String, String> values) {
        return PublisherSettings.read(Settings.of(values));
    }
}
