package org.imprimatur.approver.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one input led to.
 *
 * @param next the review afterwards
 * @param events what happened, in order; applied to the review before, they give {@code next}
 */
public record Step(Review next, List<CaseEvent> events) {
    public Step {
        events = List.copyOf(events);
    }

    Step then(Step later) {
        return new Step(
                later.next,
                Stream.concat(events.stream(), later.events.stream()).toList());
    }
}
