package org.imprimatur.publisher.crash;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.StreamsRunner;
import org.imprimatur.publisher.PublisherSettings;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.topology.PublisherTopology;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.worker.Connector;
import org.imprimatur.publisher.worker.Worker;
import org.imprimatur.schemas.wire.Wire;

/** A publisher in a process of its own, to be killed. Arguments: Kafka, registry, state folder, platform. */
final class Victim {
    static final String CAREFUL = "careful";
    static final String HARMLESS = "harmless";

    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
        PublisherSettings settings = PublisherSettings.read(Settings.of(Map.of(
                "kafka.bootstrap", args[0],
                "registry.url", args[1],
                "publisher.state", args[2],
                "publisher.instance", "victim")));
        PublisherSerdes serdes = PublisherSerdes.of(Wire.open(settings.registryKind(), settings.registry()));
        Map<String, Connector> connectors = Map.of(
                CAREFUL,
                new CallingConnector(args[3] + "/careful/", Set.of(Capability.CAN_BE_ASKED)),
                HARMLESS,
                new CallingConnector(args[3] + "/harmless/", Set.of(Capability.REPEATS_ARE_HARMLESS)));
        var meters = new SimpleMeterRegistry();
        var gate = new StreamsRunner(settings.streams(), PublisherTopology.build(serdes, connectors.keySet()), meters);
        var worker = new Worker(settings.worker(), serdes, connectors, InstantSource.system(), meters);
        new Lifecycle(List.of(gate, worker)).start();
        new CountDownLatch(1).await();
    }
}
