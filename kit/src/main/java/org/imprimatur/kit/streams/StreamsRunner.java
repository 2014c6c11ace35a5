package org.imprimatur.kit.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology exactly once, fails closed, and leaves its group when it stops so that the next start is fast.
 *
 * <p>A thread that dies is replaced up to {@value #REPLACEMENTS} times in ten minutes; then the application stops and
 * its health is down, because a record that can't be processed must be seen and not be stepped over.
 */
public final class StreamsRunner implements Service {

    static final int REPLACEMENTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final StreamsSettings settings;
    private final Topology topology;
    private final MeterRegistry meters;
    private final Replacements replacements;
    private volatile Optional<Running> running = Optional.empty();

    private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}

    public StreamsRunner(StreamsSettings settings, Topology topology, MeterRegistry meters) {
        this(settings, topology, meters, new Replacements(REPLACEMENTS, WINDOW));
    }

    StreamsRunner(StreamsSettings settings, Topology topology, MeterRegistry meters, Replacements replacements) {
        this.settings = settings;
        this.topology = topology;
        this.meters = meters;
        this.replacements = replacements;
    }

    @Override
    public String name() {
        return settings.applicationId();
    }

    /** Throws when a store or internal topic of the topology has no name of ours. */
    @Override
    public void start() {
        Names.check(topology);
        KafkaStreams streams = new KafkaStreams(topology, StreamsProperties.of(settings));
        KafkaStreamsMetrics metrics =
                new KafkaStreamsMetrics(streams, List.of(Tag.of("application", settings.applicationId())));
        running = Optional.of(new Running(streams, metrics));
        streams.setUncaughtExceptionHandler(this::afterFailure);
        streams.setStateListener((now, before) -> LOG.atInfo()
                .addKeyValue("application", settings.applicationId())
                .addKeyValue("state", now)
                .addKeyValue("before", before)
                .log("streams_state"));
        metrics.bindTo(meters);
        streams.start();
    }

    /** A store of the running topology, only to be read; empty while it can't be. */
    public <T> Optional<T> store(String store, QueryableStoreType<T> type) {
        try {
            return running.map(started -> started.streams().store(StoreQueryParameters.fromNameAndType(store, type)));
        } catch (InvalidStateStoreException | IllegalStateException notNow) {
            return Optional.empty();
        }
    }

    @Override
    public Health health() {
        return running.map(started -> health(started.streams().state())).orElseGet(() -> Health.down("not started"));
    }

    @Override
    public void close() {
        Optional<Running> closing = running;
        running = Optional.empty();
        closing.ifPresent(started -> {
            started.metrics().close();
            boolean closed = started.streams()
                    .close(CloseOptions.timeout(CLOSE_WITHIN)
                            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            if (!closed) {
                LOG.atWarn()
                        .addKeyValue("application", settings.applicationId())
                        .addKeyValue("seconds", CLOSE_WITHIN.toSeconds())
                        .log("streams_close_timed_out");
            }
        });
    }

    static Health health(KafkaStreams.State state) {
        return switch (state) {
            case CREATED -> Health.starting("is being started");
            case REBALANCING -> Health.starting("is taking over partitions and restoring stores");
            case RUNNING -> Health.up();
            case PENDING_SHUTDOWN, NOT_RUNNING -> Health.down("is stopped");
            case PENDING_ERROR, ERROR -> Health.down("stopped after repeated failures; see event processing_failed");
        };
    }

    private StreamThreadExceptionResponse afterFailure(Throwable failure) {
        boolean replace = replacements.take(Instant.now());
        LOG.atError()
                .addKeyValue("application", settings.applicationId())
                .addKeyValue("cause", Fingerprint.of(failure))
                .addKeyValue("then", replace ? "replace" : "stop")
                .log("streams_thread_failed");
        return replace ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
