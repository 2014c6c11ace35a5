package org.imprimatur.approver.review;

import java.util.List;
import java.util.Optional;

/** What a command leads to. */
public sealed interface Decision {

    /** What to append to the history, in order. */
    List<CaseEvent> events();

    /** Why it was not carried out; empty when it was, or was answered before. */
    default Optional<Refusal> refusal() {
        return Optional.empty();
    }

    /** It is carried out. */
    record Accepted(List<CaseEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It is not carried out, and the history says so. */
    record Refused(CaseEvent.Refused event) implements Decision {
        @Override
        public List<CaseEvent> events() {
            return List.of(event);
        }

        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(event.refusal());
        }
    }

    /** The same command was answered before; that answer stands. */
    record AnsweredBefore(String commandId) implements Decision {
        @Override
        public List<CaseEvent> events() {
            return List.of();
        }
    }
}
