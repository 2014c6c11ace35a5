package org.imprimatur.approver.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.wire.CommandRecord;
import org.imprimatur.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests are handed in: each becomes a command in the log, and its answer comes back from the log by way of the
 * read model. Safe for use by many threads.
 */
public final class ReviewDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewDesk.class);
    private static final Answer NO_ANSWER = new Answer.Unanswered(
            "No answer came in time. It may still be carried out: look at the history, or send the same form again.");
    private static final Answer NOT_TAKEN = new Answer.Unanswered(
            "The log did not confirm this in time. It may still be carried out: look at the history, or send the same form again.");
    private static final Answer FOREIGN_ID = new Answer.Refused(
            "COMMAND_ID_TAKEN", "Somebody else used this command id before. Reload the page and try again.");

    private final Supplier<? extends Producer<String, CommandRecord>> log;
    private final ReadModel readModel;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Duration patience;
    private final Map<Key, Waiting> waiting = new ConcurrentHashMap<>();
    private final Set<String> changedPosts = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lookingUp = new AtomicBoolean();

    private record Key(String postId, String commandId) {}

    private record Waiting(ReviewRequest request, CompletableFuture<Answer> answer) {}

    /**
     * A desk.
     *
     * @param log who appends with acks=all, asked at each request
     * @param readModel shows answers
     * @param clock what time commands are asked at
     * @param ids ids never used before
     * @param patience how long an answer may take
     */
    public ReviewDesk(
            Supplier<? extends Producer<String, CommandRecord>> log,
            ReadModel readModel,
            InstantSource clock,
            Supplier<String> ids,
            Duration patience) {
        this.log = log;
        this.readModel = readModel;
        this.clock = clock;
        this.ids = ids;
        this.patience = patience;
        readModel.onChange(this::changed);
    }

    /** A desk over a log that is open already. */
    public ReviewDesk(
            Producer<String, CommandRecord> log,
            ReadModel readModel,
            InstantSource clock,
            Supplier<String> ids,
            Duration patience) {
        this(() -> log, readModel, clock, ids, patience);
    }

    /** An id for a request, never used before. Put it into the form, so that a form sent twice is one command. */
    public String newCommandId() {
        return ids.get();
    }

    /**
     * Hands a request in. The future completes with the answer, or with {@link Answer.Unanswered} when none came in time;
     * it never completes exceptionally.
     */
    public CompletableFuture<Answer> submit(ReviewRequest request) {
        Key key = new Key(request.postId(), request.commandId());
        CompletableFuture<Answer> fresh = new CompletableFuture<>();
        Waiting first = waiting.computeIfAbsent(key, unused -> new Waiting(request, fresh));
        if (first.answer() != fresh) {
            return first.answer()
                    .thenApply(answer -> request.actor().equals(first.request().actor()) ? answer : FOREIGN_ID);
        }
        CompletableFuture<Answer> answer = fresh.completeOnTimeout(
                        NO_ANSWER, patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((given, failure) -> waiting.remove(key));
        try {
            if (!lookUp(first)) {
                append(first);
            }
        } catch (RuntimeException failure) {
            notTaken(first, failure);
        }
        return answer;
    }

    /** Hands a request in whose answer nobody waits for. */
    void send(ReviewRequest request) {
        append(new Waiting(request, new CompletableFuture<>()));
    }

    private void append(Waiting one) {
        ReviewRequest request = one.request();
        var record =
                new ProducerRecord<>(Topics.REVIEW_COMMANDS.name(), request.postId(), request.record(clock.instant()));
        var unused = log.get().send(record, (done, failure) -> {
            if (failure != null) {
                notTaken(one, failure);
            }
        });
    }

    private static void notTaken(Waiting one, Exception failure) {
        LOG.atError()
                .addKeyValue("commandId", one.request().commandId())
                .addKeyValue("postId", one.request().postId())
                .addKeyValue("cause", failure.getClass().getSimpleName())
                .log("command_not_taken");
        one.answer().complete(NOT_TAKEN);
    }

    /** Looks up away from the read model's thread, and never misses a change. */
    private void changed(Set<String> posts) {
        if (waiting.isEmpty()) {
            return;
        }
        changedPosts.addAll(posts);
        if (lookingUp.compareAndSet(false, true)) {
            ForkJoinPool.commonPool().execute(this::lookUpChanged);
        }
    }

    private void lookUpChanged() {
        lookingUp.set(false); // before looking, so that a change from here on starts another round
        Set<String> posts = Set.copyOf(changedPosts);
        changedPosts.removeAll(posts);
        try {
            waiting.values().stream()
                    .filter(one -> posts.contains(one.request().postId()))
                    .forEach(this::lookUp);
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("answers_not_looked_up");
        }
    }

    private boolean lookUp(Waiting one) {
        ReviewRequest request = one.request();
        Optional<HistoryRow> event = readModel.answer(request.postId(), request.commandId());
        event.ifPresent(answered -> one.answer().complete(answer(request, answered)));
        return event.isPresent();
    }

    private static Answer answer(ReviewRequest request, HistoryRow event) {
        if (!event.actor().equals(Optional.of(request.actor()))) {
            return FOREIGN_ID;
        }
        return event.refusal()
                .<Answer>map(name -> new Answer.Refused(name, event.reason().orElse("")))
                .orElseGet(() -> new Answer.Accepted(event));
    }
}
