package org.imprimatur.publisher.worker;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the gate let through, each delivery once, on a thread of its own.
 *
 * <p>When something breaks (Kafka is away, another worker took over) it forgets all and begins again from the log.
 */
public final class Worker implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration TO_LEAVE = Duration.ofSeconds(10);

    private final WorkerSettings settings;
    private final PublisherSerdes serdes;
    private final Map<String, Connector> connectors;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile Health health = Health.down("not started");

    /**
     * A worker that waits to be started.
     *
     * @param connectors by platform, in lower case
     */
    public Worker(
            WorkerSettings settings,
            PublisherSerdes serdes,
            Map<String, Connector> connectors,
            InstantSource clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.serdes = serdes;
        this.connectors = Map.copyOf(connectors);
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public String name() {
        return settings.group();
    }

    @Override
    public void start() {
        health = Health.starting("is reading its deliveries");
        Thread started = new Thread(this::work, settings.group());
        thread = Optional.of(started);
        started.start();
    }

    @Override
    public Health health() {
        return health;
    }

    /** Waits for calls in flight as long as the settings say; what is still in flight then is settled by the next start. */
    @Override
    public void close() {
        stopping.countDown();
        thread.ifPresent(running -> {
            try {
                running.join(settings.stopsWithin().plus(TO_LEAVE).toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread = Optional.empty();
        health = Health.down("is stopped");
    }

    private void work() {
        while (goesOn()) {
            try (Shift shift = new Shift(settings, serdes, connectors, clock, this::heard)) {
                shift.run(this::goesOn, this::ready);
            } catch (RuntimeException failure) {
                health = Health.down("broke off and begins again; see event worker_failed");
                LOG.atError().addKeyValue("cause", Fingerprint.of(failure)).log("worker_failed");
                rest();
            }
        }
    }

    private boolean goesOn() {
        return stopping.getCount() > 0;
    }

    private void ready(boolean allRead) {
        health = allRead ? Health.up() : Health.starting("is reading its deliveries");
    }

    private void rest() {
        try {
            boolean stopped = stopping.await(REST_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.atInfo().addKeyValue("again", !stopped).log("worker_rested");
        } catch (InterruptedException stopped) {
            stopping.countDown();
        }
    }

    private void heard(Delivery step) {
        Stage stage = step.status().stage();
        meters.counter("imprimatur.deliveries.steps", "stage", stage.name()).increment();
        LOG.atInfo()
                .addKeyValue("delivery", step.id())
                .addKeyValue("stage", stage)
                .addKeyValue("attempt", step.attempt())
                .addKeyValue("reason", step.status().explanation().orElse(""))
                .log("delivery_stepped");
    }
}
