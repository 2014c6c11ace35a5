package org.imprimatur.approver.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.approver.wire.Occurrence;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows reviews and deliveries and tells people of them, at least once: offsets are committed when nothing is left to be
 * told. Instances share the work. It begins with what happens after its first start. Without a channel it does nothing.
 */
public final class Notifier implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final String bootstrap;
    private final Wire wire;
    private final Function<String, Set<String>> authorsOf;
    private final InstantSource clock;
    private final List<Channel> channels;
    private final Outbox outbox;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Optional<Thread> thread = Optional.empty();

    /**
     * Follows once it is started.
     *
     * @param authorsOf ids of the people who wrote a post; empty when it is not known
     */
    public Notifier(
            NotifySettings settings,
            String bootstrap,
            Wire wire,
            Function<String, Set<String>> authorsOf,
            InstantSource clock,
            MeterRegistry meters) {
        this.bootstrap = bootstrap;
        this.wire = wire;
        this.authorsOf = authorsOf;
        this.clock = clock;
        this.channels = settings.channels(clock);
        this.outbox = new Outbox(channels, settings.console(), settings.digestEvery(), meters);
    }

    @Override
    public String name() {
        return "notifier";
    }

    @Override
    public void start() {
        if (!channels.isEmpty() && running.compareAndSet(false, true)) {
            Thread follower = new Thread(this::follow, "approver-notifier");
            follower.setDaemon(true);
            thread = Optional.of(follower);
            follower.start();
        }
    }

    private void follow() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(Topics.REVIEW_EVENTS.name(), Topics.DELIVERIES.name()));
            while (running.get()) {
                step(consumer);
            }
        }
    }

    private void step(KafkaConsumer<String, byte[]> consumer) {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                read(record).ifPresent(each -> outbox.take(each, authorsOf.apply(each.postId()), clock.instant()));
            }
            if (outbox.flush(clock.instant())) {
                consumer.commitSync();
            }
        } catch (KafkaException disturbed) {
            LOG.atWarn().addKeyValue("cause", Fingerprint.of(disturbed)).log("notifier_disturbed");
        }
    }

    private Optional<Occurrence> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Occurrence.of(wire, record.topic(), record.value());
        } catch (RuntimeException unreadable) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("cause", Fingerprint.of(unreadable))
                    .log("notifier_skipped");
            return Optional.empty();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "approver-notifier",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public Health health() {
        boolean ended = running.get() && thread.filter(Thread::isAlive).isEmpty();
        return ended ? Health.down("the notifier ended") : Health.up();
    }

    @Override
    public void close() {
        running.set(false);
        thread.ifPresent(follower -> {
            try {
                follower.join(CLOSE_WITHIN.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        thread = Optional.empty();
    }
}
