package org.imprimatur.approver.web;

import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One open answer of server-sent events (HTML standard, section 9.2); written to by one thread at a time.
 *
 * <p>Not Javalin's own: that one goes on with the request's handlers after the reader left, on a request that Jetty has
 * taken back, and never stops failing.
 */
final class EventStream implements AsyncListener {
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final AtomicBoolean over = new AtomicBoolean();

    private EventStream(AsyncContext async, ServletOutputStream out) {
        this.async = async;
        this.out = out;
    }

    /** Begins the answer; who may not read must have been refused before. */
    static void open(Context context, Consumer<EventStream> opened) {
        context.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
        context.future(() -> {
            opened.accept(begin(context));
            return new CompletableFuture<>(); // never done for Javalin: the stream ends the request itself
        });
    }

    private static EventStream begin(Context context) {
        try {
            AsyncContext async = context.req().getAsyncContext();
            EventStream stream = new EventStream(async, context.res().getOutputStream());
            async.addListener(stream);
            return stream;
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader left before the stream began", gone);
        }
    }

    /** One event; a reader who left ends the stream. */
    void send(String event, String html) {
        write("event: " + event + "\n"
                + html.lines().map(line -> "data: " + line + "\n").reduce("", String::concat) + "\n");
    }

    /** A line that readers ignore. */
    void beat() {
        write(":\n\n");
    }

    boolean isOver() {
        return over.get();
    }

    void end() {
        if (over.compareAndSet(false, true)) {
            complete();
        }
    }

    private void write(String text) {
        if (isOver()) {
            return;
        }
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private void complete() {
        try {
            async.complete();
        } catch (IllegalStateException alreadyTakenBack) {
            over.set(true);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the request is asynchronous already
    }
}
