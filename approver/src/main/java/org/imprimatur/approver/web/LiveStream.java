package org.imprimatur.approver.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open page's stream: however often it is nudged, one thread at a time writes to it. */
final class LiveStream {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    private final EventStream stream;
    private final LiveView view;
    private final Executor executor;
    private final AtomicInteger nudges = new AtomicInteger();
    private final AtomicBoolean wantsBeat = new AtomicBoolean();
    private final AtomicBoolean wantsWhole = new AtomicBoolean(true);

    LiveStream(EventStream stream, LiveView view, Executor executor) {
        this.stream = stream;
        this.view = view;
        this.executor = executor;
    }

    /** Something may have changed. */
    void nudge() {
        if (nudges.getAndIncrement() == 0) {
            executor.execute(this::write);
        }
    }

    /** These posts changed. */
    void nudge(Set<String> posts) {
        if (view.concerns(posts)) {
            nudge();
        }
    }

    /** Show all of it anew. */
    void refresh() {
        wantsWhole.set(true);
        nudge();
    }

    /** Something goes over the wire, so that nobody in between takes the connection for dead. */
    void keepAlive() {
        wantsBeat.set(true);
        nudge();
    }

    boolean closed() {
        return stream.isOver();
    }

    void close() {
        stream.end();
    }

    private void write() {
        int taken;
        do {
            taken = nudges.get();
            writeOnce();
        } while (nudges.addAndGet(-taken) > 0);
    }

    /** When the read model can't answer, the stream ends and the browser asks again. */
    private void writeOnce() {
        try {
            if (wantsBeat.getAndSet(false)) {
                stream.beat();
            }
            send(wantsWhole.getAndSet(false) ? view::whole : view::changes);
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("live_stream_ended");
            close();
        }
    }

    private void send(Supplier<List<LiveView.Message>> messages) {
        if (!closed()) {
            messages.get().forEach(message -> stream.send(message.event(), message.html()));
        }
    }
}
