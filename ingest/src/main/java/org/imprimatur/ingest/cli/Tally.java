package org.imprimatur.ingest.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What came of a file so far. Safe for several threads. */
final class Tally {
    private final List<Refusal> refusals = new ArrayList<>();
    private int taken;
    private int repeated;
    private Optional<String> stopped = Optional.empty();

    /** An entry that the service does not have, and why. */
    record Refusal(Entry entry, List<String> reasons) {}

    synchronized void taken(boolean before) {
        taken++;
        repeated += before ? 1 : 0;
    }

    synchronized void refused(Entry entry, List<String> reasons) {
        refusals.add(new Refusal(entry, reasons));
    }

    /** Notes the first reason why nothing can be sent any more. */
    synchronized void stopped(Entry entry, String reason) {
        stopped = stopped.or(() -> Optional.of(reason));
        refused(entry, List.of("Not sent. " + reason));
    }

    synchronized Optional<String> stopped() {
        return stopped;
    }

    synchronized int taken() {
        return taken;
    }

    /** How many of those taken the service had before. */
    synchronized int repeated() {
        return repeated;
    }

    /** In the order of the file. */
    synchronized List<Refusal> refusals() {
        return refusals.stream()
                .sorted(Comparator.comparingInt(refusal -> refusal.entry().number()))
                .toList();
    }
}
