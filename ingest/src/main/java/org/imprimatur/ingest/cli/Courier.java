package org.imprimatur.ingest.cli;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Sends many entries, several at a time, and never holds more of them than twice that.
 *
 * @param step runs after each entry, on any thread
 */
record Courier(Sender sender, int atOnce, Runnable step) {

    /** Returns when each entry is taken, refused or, after the service was lost, noted as not sent. */
    Tally deliver(Stream<Entry> entries) throws InterruptedException {
        Tally tally = new Tally();
        Semaphore room = new Semaphore(2 * atOnce);
        ExecutorService senders = Executors.newFixedThreadPool(atOnce);
        try {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                room.acquire();
                senders.execute(() -> {
                    deliver(entry, tally);
                    room.release();
                });
            }
            senders.shutdown();
            boolean ended = false;
            while (!ended) {
                ended = senders.awaitTermination(1, TimeUnit.MINUTES);
            }
        } finally {
            senders.shutdownNow();
        }
        return tally;
    }

    private void deliver(Entry entry, Tally tally) {
        entry.fold(
                post -> {
                    deliver(post, tally);
                    return tally;
                },
                unreadable -> {
                    tally.refused(unreadable, unreadable.reasons());
                    return tally;
                });
        step.run();
    }

    private void deliver(Entry.Post post, Tally tally) {
        if (tally.stopped().isPresent()) {
            tally.stopped(post, tally.stopped().get());
            return;
        }
        try {
            Delivery delivery = sender.send(post);
            if (delivery instanceof Delivery.Taken taken) {
                tally.taken(taken.repeated());
            } else if (delivery instanceof Delivery.Refused refused) {
                tally.refused(post, refused.reasons());
            } else if (delivery instanceof Delivery.Stopped stopped) {
                tally.stopped(post, stopped.reason());
            }
        } catch (InterruptedException e) {
            tally.stopped(post, "The command was interrupted.");
        } catch (RuntimeException e) {
            tally.refused(
                    post,
                    List.of("Not sent. This command failed: " + e.getClass().getSimpleName()));
        }
    }
}
