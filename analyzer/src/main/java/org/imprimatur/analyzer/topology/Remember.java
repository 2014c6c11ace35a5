package org.imprimatur.analyzer.topology;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.analyzer.wire.Published;
import org.imprimatur.kit.log.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what each published post tells about somebody, under its account and id; a newer revision takes its place. */
final class Remember implements Processor<String, Published, String, Earlier> {

    private static final Logger LOG = LoggerFactory.getLogger(Remember.class);

    private final Channels channels;
    private @Nullable Seat seat;

    private record Seat(ProcessorContext<String, Earlier> context, Desk desk) {}

    Remember(Channels channels) {
        this.channels = channels;
    }

    @Override
    public void init(ProcessorContext<String, Earlier> context) {
        seat = new Seat(context, new Desk(new StoreShelf(topic -> context.getStateStore(topic.name())), channels));
    }

    @Override
    public void process(Record<String, @Nullable Published> record) {
        Seat taken = Objects.requireNonNull(seat, "not initialised");
        Published post = record.value();
        if (post == null) {
            return;
        }
        told(taken.desk(), record.key(), post)
                .ifPresent(earlier -> taken.context()
                        .forward(record.withKey(Desk.key(earlier)).withValue(earlier)));
    }

    /** A post that cannot be read is published all the same; it must not stop the stream, only be forgotten. */
    private static Optional<Earlier> told(Desk desk, String key, Published post) {
        try {
            return desk.remember(post);
        } catch (RetriableException notYet) {
            throw notYet;
        } catch (RuntimeException unreadable) {
            LOG.atError()
                    .addKeyValue("post", key)
                    .addKeyValue("cause", Fingerprint.of(unreadable))
                    .log("release_not_remembered");
            return Optional.empty();
        }
    }
}
