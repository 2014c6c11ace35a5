package org.imprimatur.analyzer.topology;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.analyzer.wire.Judged;
import org.imprimatur.analyzer.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges each draft by what is known when it comes. */
final class JudgeDraft implements FixedKeyProcessor<String, Submission, Judged> {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeDraft.class);

    private final Channels channels;
    private final Judge judge;
    private final LongSupplier nanos;
    private @Nullable Seat seat;

    private record Seat(FixedKeyProcessorContext<String, Judged> context, Desk desk) {}

    JudgeDraft(Channels channels, Judge judge, LongSupplier nanos) {
        this.channels = channels;
        this.judge = judge;
        this.nanos = nanos;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Judged> context) {
        seat = new Seat(context, new Desk(new StoreShelf(topic -> context.getStateStore(topic.name())), channels));
    }

    @Override
    public void process(FixedKeyRecord<String, @Nullable Submission> record) {
        Seat taken = Objects.requireNonNull(seat, "not initialised");
        Submission submission = record.value();
        if (submission == null) {
            LOG.atWarn().addKeyValue("post", record.key()).log("draft_without_content_ignored");
            return;
        }
        Instant now = Instant.ofEpochMilli(taken.context().currentSystemTimeMs());
        long started = nanos.getAsLong();
        Judgement judgement = judge(taken.desk(), record.key(), submission, now);
        long cost = TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - started);
        taken.context().forward(record.withValue(submission.judged(judgement, cost, now)));
        if (!judgement.failed().isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("post", submission.postId())
                    .addKeyValue("revision", submission.revision())
                    .addKeyValue("failed", judgement.failed())
                    .log("draft_held_for_failure");
        }
    }

    /** A submission that the engine's own words refuse, such as one with revision 0, is held and not stumbled over. */
    private Judgement judge(Desk desk, String key, Submission submission, Instant now) {
        try {
            Desk.Case opened = desk.open(key, submission, now);
            return judge.judge(opened.draft(), opened.world());
        } catch (IllegalArgumentException refused) {
            return Judge.unjudgeable();
        }
    }
}
