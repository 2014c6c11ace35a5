package org.imprimatur.approver.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Stage;
import org.imprimatur.approver.review.Step;
import org.imprimatur.approver.wire.FrozenDraft;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostInput;
import org.imprimatur.approver.wire.ReleaseRecord;
import org.imprimatur.approver.wire.StoredReview;

/** Takes one record at a time to the review of its post, keeps what came of it, and sends it on. */
@SuppressWarnings("NullAway.Init") // Kafka calls init before anything else
final class ReviewProcessor implements Processor<String, PostInput, String, Object> {
    private final Aside aside = new Aside();
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, StoredReview> cases;
    private KeyValueStore<String, FrozenDraft> drafts;

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        cases = given.getStateStore(ReviewTopology.CASES);
        drafts = given.getStateStore(ReviewTopology.DRAFTS_UNDER_REVIEW);
    }

    @Override
    public void process(Record<String, PostInput> record) {
        PostInput input = record.value();
        if (input == null || !input.postId().equals(record.key())) {
            setAside(record, "ForeignKey");
            return;
        }
        StoredReview before =
                Optional.ofNullable(cases.get(input.postId())).orElseGet(() -> StoredReview.none(input.postId()));
        if (input.content().filter(before.review()::contradicts).isPresent()) {
            setAside(record, "RevisionNumberUsedTwice");
            return;
        }
        take(input, before);
    }

    private void take(PostInput input, StoredReview before) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Step step = input.takenBy(before.review(), now);
        List<HistoryRecord> links = before.links(step);
        StoredReview after = before.after(step, links);
        if (after.equals(before)) {
            return;
        }
        cases.put(input.postId(), after);
        links.forEach(link -> send(ReviewTopology.HISTORY, input.postId(), link, now));
        step.events().forEach(event -> keepOrRelease(event, input, before.review(), now));
        if (step.next().state().stage() instanceof Stage.Closed) {
            drafts.delete(input.postId());
        }
    }

    private void keepOrRelease(CaseEvent event, PostInput input, Review before, Instant now) {
        if (event instanceof CaseEvent.Opened) {
            input.draft().ifPresent(draft -> drafts.put(input.postId(), draft));
        }
        if (event instanceof CaseEvent.Released released) {
            FrozenDraft draft = Optional.ofNullable(drafts.get(input.postId()))
                    .orElseThrow(() -> new IllegalStateException("no draft is kept for " + input.postId()));
            send(ReviewTopology.RELEASES, input.postId(), ReleaseRecord.of(draft, released, before), now);
        }
    }

    private void send(String sink, String postId, Object value, Instant now) {
        context.forward(new Record<>(postId, value, now.toEpochMilli()), sink);
    }

    private void setAside(Record<String, PostInput> record, String why) {
        context.forward(aside.letter(record, why, context.recordMetadata()), ReviewTopology.SET_ASIDE);
    }
}
