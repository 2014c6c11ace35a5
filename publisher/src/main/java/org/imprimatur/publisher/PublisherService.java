package org.imprimatur.publisher;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.streams.StreamsRunner;
import org.imprimatur.publisher.PublisherSettings.Webhook;
import org.imprimatur.publisher.connectors.OutboxConnector;
import org.imprimatur.publisher.connectors.WebhookConnector;
import org.imprimatur.publisher.connectors.WebhookSecrets;
import org.imprimatur.publisher.topology.PublisherTopology;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.worker.Connector;
import org.imprimatur.publisher.worker.Worker;
import org.imprimatur.schemas.wire.Wire;

/** Lets releases out when they may go, and puts them on the platforms once. The topics must exist. */
public final class PublisherService implements Service {
    private final Service gate;
    private final Service worker;
    private final Lifecycle parts;

    public PublisherService(PublisherSettings settings, MeterRegistry meters) {
        this(settings, Wire.open(settings.registryKind(), settings.registry()), meters);
    }

    /** With a wire of the composer's, in place of the one that the settings name. */
    public PublisherService(PublisherSettings settings, Wire wire, MeterRegistry meters) {
        InstantSource clock = InstantSource.system();
        PublisherSerdes serdes = PublisherSerdes.of(wire);
        Map<String, Connector> connectors = connectors(settings, clock);
        gate = new StreamsRunner(settings.streams(), PublisherTopology.build(serdes, connectors.keySet()), meters);
        worker = new Worker(settings.worker(), serdes, connectors, clock, meters);
        parts = new Lifecycle(List.of(gate, worker));
    }

    @Override
    public String name() {
        return "publisher";
    }

    @Override
    public void start() {
        parts.start();
    }

    @Override
    public Health health() {
        return gate.health().isUp() ? worker.health() : gate.health();
    }

    @Override
    public void close() {
        parts.close();
    }

    private static Map<String, Connector> connectors(PublisherSettings settings, InstantSource clock) {
        Map<String, Connector> connectors = new HashMap<>();
        connectors.put(OutboxConnector.PLATFORM, new OutboxConnector(settings.outboxFolder(), clock));
        settings.webhook().ifPresent(webhook -> connectors.put(WebhookConnector.PLATFORM, connector(webhook, clock)));
        connectors.putAll(SocialConnectors.of(settings.platforms(), clock));
        return connectors;
    }

    private static Connector connector(Webhook webhook, InstantSource clock) {
        Optional<WebhookSecrets> secrets = webhook.secretFile()
                .map(WebhookSecrets::inFile)
                .or(() -> webhook.secret().map(WebhookSecrets::fixed));
        return new WebhookConnector(webhook.url(), secrets.orElseThrow(), webhook.timeout(), clock);
    }
}
