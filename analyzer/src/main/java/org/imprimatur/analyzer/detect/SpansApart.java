package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.TreeSet;
import org.imprimatur.analyzer.draft.Span;

/** Spans none of which overlaps another: the first to come stays. Asking stays cheap however many there are. */
final class SpansApart {

    private final TreeSet<Span> spans = new TreeSet<>();

    /** Keeps it if it is free; true when it was kept. */
    boolean add(Span span) {
        return !touches(span) && spans.add(span);
    }

    /** Whether it overlaps one of them. */
    boolean touches(Span span) {
        Span before = spans.floor(span);
        Span after = spans.ceiling(span);
        return (before != null && before.overlaps(span)) || (after != null && after.overlaps(span));
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** In the order of the text. */
    List<Span> list() {
        return List.copyOf(spans);
    }
}
