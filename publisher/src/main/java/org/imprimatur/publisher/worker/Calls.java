package org.imprimatur.publisher.worker;

import java.time.Duration;
import java.time.Instant;
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

/**
 * The calls in flight, one for an account at most, and which accounts rest because their platform asked for it; all
 * methods are for the worker's own thread.
 */
final class Calls implements AutoCloseable {

    record Answer(Call call, Reply reply) {}

    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(2);
    /** A platform that names a later time is asked again after this. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private final int atOnce;
    private final ExecutorService pool;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Map<String, Call> byAccount = new HashMap<>();
    private final Map<String, Instant> resting = new HashMap<>();

    Calls(int atOnce) {
        this.atOnce = atOnce;
        AtomicInteger number = new AtomicInteger();
        pool = Executors.newFixedThreadPool(
                atOnce, task -> new Thread(task, "publisher-call-" + number.incrementAndGet()));
    }

    boolean mayReserve(String account, Instant now) {
        return byAccount.size() < atOnce
                && !byAccount.containsKey(account)
                && !now.isBefore(resting.getOrDefault(account, Instant.MIN));
    }

    /** Keeps the account for this call, until its answer was taken. */
    void reserve(Call call) {
        byAccount.put(call.account(), call);
    }

    /** Makes a call that was reserved. */
    void start(Call call) {
        pool.execute(() -> answers.add(new Answer(call, reply(call))));
    }

    boolean areIdle() {
        return byAccount.isEmpty();
    }

    boolean anyOf(int partition) {
        return byAccount.values().stream().anyMatch(call -> call.partition() == partition);
    }

    /** Takes every answer that has come. */
    List<Answer> answered(Instant now) {
        List<Answer> come = new ArrayList<>();
        answers.drainTo(come);
        come.forEach(answer -> free(answer, now));
        return come;
    }

    /** Takes the next answer, if one comes in time. */
    Optional<Answer> next(Duration within, Instant now) {
        try {
            Optional<Answer> next = Optional.ofNullable(answers.poll(within.toMillis(), TimeUnit.MILLISECONDS));
            next.ifPresent(answer -> free(answer, now));
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

    private void free(Answer answer, Instant now) {
        String account = answer.call().account();
        byAccount.remove(account);
        resting.remove(account);
        answer.reply()
                .restsUntil()
                .or(() -> answer.call().connector().restsUntil(account))
                .map(until -> until.isAfter(now.plus(LONGEST_REST)) ? now.plus(LONGEST_REST) : until)
                .ifPresent(until -> resting.put(account, until));
    }

    private static Reply reply(Call call) {
        try {
            return call.make();
        } catch (RuntimeException | Error broken) {
            return call.broken("the connector failed: " + Fingerprint.of(broken));
        }
    }
}
