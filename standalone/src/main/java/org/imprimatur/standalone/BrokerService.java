package org.imprimatur.standalone;

import java.util.Optional;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;

/** The broker as the first part of the program to start and the last to stop. */
final class BrokerService implements Service {

    private final BrokerSettings settings;
    private final Runnable ifItEnds;
    private volatile Optional<EmbeddedBroker> running = Optional.empty();

    /** @param ifItEnds what to do when the broker ends and nobody asked for it */
    BrokerService(BrokerSettings settings, Runnable ifItEnds) {
        this.settings = settings;
        this.ifItEnds = ifItEnds;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public void start() {
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        running = Optional.of(broker);
        var unused = broker.ended().thenRun(() -> {
            if (running.isPresent()) {
                ifItEnds.run();
            }
        });
    }

    @Override
    public Health health() {
        return running.filter(EmbeddedBroker::alive).isPresent()
                ? Health.up()
                : Health.down("the broker is not running");
    }

    @Override
    public void close() {
        Optional<EmbeddedBroker> closing = running;
        running = Optional.empty();
        closing.ifPresent(EmbeddedBroker::close);
    }
}
