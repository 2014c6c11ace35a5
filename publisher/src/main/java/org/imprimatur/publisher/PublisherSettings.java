package org.imprimatur.publisher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.StreamsSettings;
import org.imprimatur.publisher.connectors.PlatformSettings;
import org.imprimatur.publisher.worker.WorkerSettings;
import org.imprimatur.publisher.worker.WorkerTopics;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/**
 * What the publisher needs to know.
 *
 * @param streams of the gate
 * @param worker of the connectors' caller
 * @param registryKind how the wire format is spoken, {@code imprimatur} or {@code confluent}
 * @param registry where schemas are kept
 * @param outboxFolder where accounts on the platform {@code outbox} publish
 * @param webhook where accounts on the platform {@code webhook} publish; empty when there is none
 * @param platforms of the connectors to social platforms
 */
public record PublisherSettings(
        StreamsSettings streams,
        WorkerSettings worker,
        String registryKind,
        URI registry,
        Path outboxFolder,
        Optional<Webhook> webhook,
        PlatformSettings platforms) {

    private static final String APPLICATION = "publisher";
    private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    /**
     * Where the webhook goes and what signs it: a file, which may change while the publisher runs, or a fixed secret.
     */
    public record Webhook(URI url, Optional<Path> secretFile, Optional<Secret> secret, Duration timeout) {
        public Webhook {
            if (!Set.of("http", "https").contains(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException("publisher.webhook-url: must be http or https with a host");
            }
            if (secretFile.isPresent() == secret.isPresent()) {
                throw new IllegalArgumentException(
                        "publisher.webhook-url: needs publisher.webhook-secret-file or publisher.webhook-secret, and not both");
            }
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("publisher.webhook-timeout: must be longer than nothing");
            }
        }
    }

    /**
     * Reads {@code kafka.bootstrap}, {@code registry.kind}, {@code registry.url} and {@code publisher.state}, {@code
     * .threads}, {@code .commit-interval}, {@code .standby-replicas}, {@code .instance}, {@code .outbox-folder}, {@code
     * .webhook-url}, {@code .webhook-secret-file}, {@code .webhook-secret}, {@code .webhook-timeout}, {@code
     * .calls-at-once}, {@code .stops-within}, and what {@link PlatformSettings} reads.
     */
    public static PublisherSettings read(Settings settings) {
        String registryKind = settings.text("registry.kind", Wire.OURS);
        URI registry = settings.uri("registry.url", "http://localhost:8081");
        Path state = settings.path("publisher.state", "imprimatur-data/publisher");
        String deadLetters = Topics.deadLetters(APPLICATION);
        Supplier<StreamsSettings> streams = StreamsSettings.read(settings, APPLICATION, state, deadLetters);
        Path outbox = settings.path("publisher.outbox-folder", "./outbox");
        int callsAtOnce = settings.number("publisher.calls-at-once", 8, 1, 256);
        Duration stopsWithin = settings.duration("publisher.stops-within", STOPS_WITHIN);
        boolean hasWebhook = settings.text("publisher.webhook-url").isPresent();
        URI webhookUrl = settings.uri("publisher.webhook-url", "http://localhost");
        Optional<Path> secretFile = settings.text("publisher.webhook-secret-file")
                .map(file -> settings.path("publisher.webhook-secret-file", file));
        Optional<Secret> secret = settings.secret("publisher.webhook-secret");
        Duration webhookTimeout = settings.duration("publisher.webhook-timeout", WEBHOOK_TIMEOUT);
        Supplier<PlatformSettings> platforms = PlatformSettings.read(settings);
        return settings.complete(() -> new PublisherSettings(
                streams.get(),
                new WorkerSettings(
                        streams.get().bootstrap(),
                        APPLICATION + "-worker",
                        WorkerTopics.all(deadLetters),
                        callsAtOnce,
                        streams.get().groupInstanceId(),
                        stopsWithin),
                registryKind,
                registry,
                outbox,
                hasWebhook
                        ? Optional.of(new Webhook(webhookUrl, secretFile, secret, webhookTimeout))
                        : Optional.empty(),
                platforms.get()));
    }
}
