package org.imprimatur.publisher.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.publisher.delivery.Outcome;

/** The calls in flight, one for an account at most; all methods are for the worker's own thread. */
final class Calls implements AutoCloseable {

    record Answer(Call call, Outcome outcome) {}

    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(2);

    private final int atOnce;
    private final ExecutorService pool;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Map<String, Call> byAccount = new HashMap<>();

    Calls(int atOnce) {
        this.atOnce = atOnce;
        AtomicInteger number = new AtomicInteger();
        pool = Executors.newFixedThreadPool(
                atOnce, task -> new Thread(task, "publisher-call-" + number.incrementAndGet()));
    }

    boolean mayReserve(String account) {
        return byAccount.size() < atOnce && !byAccount.containsKey(account);
    }

    /** Keeps the account for this call, until its answer was taken. */
    void reserve(Call call) {
        byAccount.put(call.account(), call);
    }

    /** Makes a call that was reserved. */
    void start(Call call) {
        pool.execute(() -> answers.add(new Answer(call, outcome(call))));
    }

    boolean areIdle() {
        return byAccount.isEmpty();
    }

    boolean anyOf(int partition) {
        return byAccount.values().stream().anyMatch(call -> call.partition() == partition);
    }

    /** Takes every answer that has come. */
    List<Answer> answered() {
        List<Answer> come = new ArrayList<>();
        answers.drainTo(come);
        come.forEach(this::free);
        return come;
    }

    /** Takes the next answer, if one comes in time. */
    Optional<Answer> next(Duration within) {
        try {
            Optional<Answer> next = Optional.ofNullable(answers.poll(within.toMillis(), TimeUnit.MILLISECONDS));
            next.ifPresent(this::free);
            return next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Interrupts what is still in flight; its answers are lost, and the log says that it was armed. */
    @Override
    public void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(INTERRUPTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void free(Answer answer) {
        byAccount.remove(answer.call().account());
    }

    private static Outcome outcome(Call call) {
        try {
            return call.make();
        } catch (RuntimeException | Error broken) {
            return new Outcome.Unknown("the connector failed: " + Fingerprint.of(broken));
        }
    }
}
