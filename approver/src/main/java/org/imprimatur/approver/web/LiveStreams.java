package org.imprimatur.approver.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All open streams. Each is nudged after a change and refreshed every minute, so that times in words stay true and a
 * connection that broke unseen is noticed.
 *
 * <p>A stream ends after a quarter of an hour and the browser opens it again: who is signed in is looked at anew.
 */
final class LiveStreams {
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final int BEATS_PER_REFRESH = 3;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean nudging = new AtomicBoolean();
    private final AtomicInteger beats = new AtomicInteger();
    private final ScheduledExecutorService executor;

    LiveStreams(ScheduledExecutorService executor) {
        this.executor = executor;
        var unused = executor.scheduleWithFixedDelay(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    void open(EventStream events, LiveView view) {
        LiveStream stream = new LiveStream(events, view, executor);
        open.add(stream);
        var unused = executor.schedule(stream::close, LIFE.toSeconds(), TimeUnit.SECONDS);
        stream.nudge();
    }

    /** Something in the read model changed. */
    void nudgeAll() {
        open.forEach(LiveStream::nudge);
    }

    /** Something that may wait a little changed; many such changes are one nudge. */
    void nudgeSoon() {
        if (nudging.compareAndSet(false, true)) {
            var unused = executor.schedule(
                    () -> {
                        nudging.set(false);
                        nudgeAll();
                    },
                    SOON.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void beat() {
        open.removeIf(LiveStream::closed);
        boolean refresh = beats.incrementAndGet() % BEATS_PER_REFRESH == 0;
        open.forEach(refresh ? LiveStream::refresh : LiveStream::keepAlive);
    }
}
