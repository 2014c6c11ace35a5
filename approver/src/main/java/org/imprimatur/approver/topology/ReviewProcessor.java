package org.imprimatur.approver.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Stage;
import org.imprimatur.approver.review.Step;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.wire.FrozenDraft;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostInput;
import org.imprimatur.approver.wire.ReleaseRecord;
import org.imprimatur.approver.wire.StoredReview;

/** Takes one record at a time, or the clock, to the review of a post, keeps what came of it, and sends it on. */
@SuppressWarnings("NullAway.Init") // Kafka calls init before anything else
final class ReviewProcessor implements Processor<String, PostInput, String, Object> {
    /** How late a release can be after the time to think again. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Aside aside = new Aside();
    private final Terms terms;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, StoredReview> cases;
    private KeyValueStore<String, FrozenDraft> drafts;
    private WakeUps wakeUps;

    ReviewProcessor(Terms terms) {
        this.terms = terms;
    }

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        cases = given.getStateStore(ReviewTopology.CASES);
        drafts = given.getStateStore(ReviewTopology.DRAFTS_UNDER_REVIEW);
        wakeUps = new WakeUps(given.getStateStore(ReviewTopology.WAKE_UPS));
        given.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, unused -> wake());
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
        var setting = new PostInput.Setting(terms, Optional.ofNullable(drafts.get(input.postId())), now());
        Step step = input.takenBy(before.review(), setting);
        if (step.events().stream().anyMatch(ReviewProcessor::opens)) {
            input.draft().ifPresent(draft -> drafts.put(input.postId(), draft));
        }
        keep(input.postId(), before, step, setting.now());
        if (step.events().stream().anyMatch(CaseEvent.Edited.class::isInstance)) {
            input.made(setting).ifPresent(made -> send(ReviewTopology.EDITED, input.postId(), made, setting.now()));
        }
    }

    /** Time passed: also over a restart, because who has to be woken stands in a store. */
    private void wake() {
        Instant now = now();
        for (String postId : wakeUps.due(now)) {
            Optional.ofNullable(cases.get(postId))
                    .ifPresent(before -> keep(postId, before, before.review().passed(now), now));
        }
    }

    private void keep(String postId, StoredReview before, Step step, Instant now) {
        List<HistoryRecord> links = before.links(step);
        StoredReview after = before.after(step, links);
        if (!after.equals(before)) {
            cases.put(postId, after);
            wakeUps.change(postId, before.review().wakeAt(), after.review().wakeAt());
            links.forEach(link -> send(ReviewTopology.HISTORY, postId, link, now));
            step.events().forEach(event -> release(event, postId, before.review(), now));
        }
        if (step.next().state().stage() instanceof Stage.Closed closed && !closed.undoable(now)) {
            drafts.delete(postId);
        }
    }

    private void release(CaseEvent event, String postId, Review before, Instant now) {
        if (event instanceof CaseEvent.Released released) {
            FrozenDraft draft = Optional.ofNullable(drafts.get(postId))
                    .orElseThrow(() -> new IllegalStateException("no draft is kept for " + postId));
            send(ReviewTopology.RELEASES, postId, ReleaseRecord.of(draft, released, before), now);
        }
    }

    private static boolean opens(CaseEvent event) {
        return event instanceof CaseEvent.Opened || event instanceof CaseEvent.Reopened;
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private void send(String sink, String postId, Object value, Instant now) {
        context.forward(new Record<>(postId, value, now.toEpochMilli()), sink);
    }

    private void setAside(Record<String, PostInput> record, String why) {
        context.forward(aside.letter(record, why, context.recordMetadata()), ReviewTopology.SET_ASIDE);
    }
}
