package org.imprimatur.approver.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All open streams. Each that shows a changed post is nudged, and each is refreshed every minute, so that times in words
 * stay true and a connection that broke unseen is noticed. Changes that follow each other quickly are one nudge: telling
 * hundreds of readers of each would leave no time for what they do.
 *
 * <p>A stream ends after a quarter of an hour and the browser opens it again: who is signed in is looked at anew.
 */
final class LiveStreams {
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofMillis(100);
    private static final int BEATS_PER_REFRESH = 3;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();
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

    /** Something changed that any of them may show. */
    void nudgeAll() {
        open.forEach(LiveStream::nudge);
    }

    /** These posts changed in the read model. */
    void nudge(Set<String> posts) {
        changed.addAll(posts);
        if (telling.compareAndSet(false, true)) {
            executor.execute(this::tell);
        }
    }

    private void tell() {
        Set<String> posts = Set.copyOf(changed);
        changed.removeAll(posts);
        open.forEach(stream -> stream.nudge(posts));
        var unused = executor.schedule(this::rested, REST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void rested() {
        telling.set(false); // before looking, so that a change from here on is told by whoever brings it
        if (!changed.isEmpty() && telling.compareAndSet(false, true)) {
            tell();
        }
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
