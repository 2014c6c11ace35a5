package org.imprimatur.analyzer.adapters;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.imprimatur.analyzer.judge.Watch;

/**
 * A watch by the clock: work runs in a thread of its own and is given up when its time is over.
 *
 * <p>Java can't stop a thread, only ask: what does not listen goes on in the background, never in the caller's way. When
 * too much of it piles up no new work is started, which holds every draft until the pile is gone. Thread-safe.
 */
public final class TimedWatch implements Watch, AutoCloseable {

    /** Deep enough for any detector; what needs more overflows here and not in the caller's thread. */
    private static final long STACK_BYTES = 1 << 20;

    private static final long IDLE_SECONDS = 30;

    private final Duration limit;
    private final ThreadPoolExecutor workers;

    /**
     * @param limit how long one piece of work may take
     * @param atOnce most pieces of work at one time, those included that were given up and still run
     */
    public TimedWatch(Duration limit, int atOnce) {
        this.limit = limit;
        AtomicInteger number = new AtomicInteger();
        this.workers =
                new ThreadPoolExecutor(0, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(null, work, "detection-" + number.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public <T> Optional<T> within(Supplier<T> work) {
        Future<T> running;
        try {
            running = workers.submit(work::get);
        } catch (RejectedExecutionException tooMany) {
            return Optional.empty();
        }
        try {
            return Optional.of(running.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException | CancellationException over) {
            running.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
